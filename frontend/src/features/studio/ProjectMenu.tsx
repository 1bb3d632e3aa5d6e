import { ArrowLeft, Brush, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { sayProblem } from '@/api/client';
import type { Project } from '@/api/types';
import { useProviders } from '@/api/useProviders';
import { CrewDialog } from '@/features/artists/CrewDialog';
import { canRate, RatingDialog, ratingKey } from '@/features/rating/RatingPrompt';
import { useRemembered } from '@/shared/hooks/useStored';
import { Button, Dialog, Field, Mark, Menu, MenuCheck, MenuItem, MenuSeparator } from '@/shared/ui';
import type { ProjectActions } from './useProjectActions';

/** The project's name with what can be done to the project as a whole. */
export function ProjectMenu({ project, actions }: { project: Project; actions: ProjectActions }) {
  const [asking, setAsking] = useState<'rename' | 'crew' | 'rating' | 'delete' | null>(null);
  const navigate = useNavigate();
  const close = () => {
    setAsking(null);
  };
  const [later, setLater] = useRemembered(ratingKey(project), false);
  const leave = () => {
    if (canRate(project) && !later) setAsking('rating');
    else void navigate('/');
  };
  return (
    <div className="flex min-w-0 items-center gap-3 lg:w-[168px] xl:w-[236px]">
      <Link
        to="/"
        aria-label="All projects"
        className="touch rounded-tag"
        onClick={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <Mark />
      </Link>
      <Menu
        trigger={
          <button
            type="button"
            className="flex min-w-0 items-center gap-3 rounded-btn py-0.5 pr-1 text-left transition-colors duration-[80ms] hover:bg-hover data-[state=open]:bg-press"
          >
            <span className="min-w-0">
              <span className="block truncate text-body/[17px] font-semibold">{project.title}</span>
              <span className="num block truncate text-meta/[15px] text-tx-3 max-sm:hidden">
                {project.brief.duration_s} s, {project.brief.aspect_ratio}, {project.mode}
              </span>
            </span>
            <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-tx-3" />
          </button>
        }
      >
        <MenuItem
          icon={<Pencil aria-hidden size={14} strokeWidth={1.75} />}
          onSelect={() => {
            setAsking('rename');
          }}
        >
          Rename
        </MenuItem>
        <MenuItem
          icon={<Brush aria-hidden size={14} strokeWidth={1.75} />}
          onSelect={() => {
            setAsking('crew');
          }}
        >
          Who works on this film
        </MenuItem>
        <MenuCheck
          checked={project.mode === 'automatic'}
          onChange={(on) => {
            actions.change({ mode: on ? 'automatic' : 'interactive' });
          }}
        >
          Straight through, without stops
        </MenuCheck>
        <MenuCheck
          checked={project.auto_apply_free}
          onChange={(on) => {
            actions.change({ auto_apply_free: on });
          }}
        >
          Apply free changes at once
        </MenuCheck>
        <MenuSeparator />
        <MenuItem icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.75} />} onSelect={leave}>
          All projects
        </MenuItem>
        <MenuItem
          danger
          icon={<Trash2 aria-hidden size={14} strokeWidth={1.75} />}
          onSelect={() => {
            setAsking('delete');
          }}
        >
          Delete project
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameDialog title={project.title} onSave={actions.rename} onClose={close} />}
      {asking === 'crew' && <Crew project={project} actions={actions} onClose={close} />}
      {asking === 'rating' && (
        <RatingDialog
          project={project}
          onClose={() => {
            setLater(true);
            close();
            void navigate('/');
          }}
        />
      )}
      {asking === 'delete' && (
        <DeleteDialog title={project.title} onDelete={actions.remove} onClose={close} />
      )}
    </div>
  );
}

interface CrewProps {
  project: Project;
  actions: ProjectActions;
  onClose: () => void;
}

function Crew({ project, actions, onClose }: CrewProps) {
  const providers = useProviders();
  return (
    <CrewDialog
      models={providers.data?.models ?? []}
      crew={project.providers}
      problem={providers.isError ? sayProblem(providers.error) : undefined}
      onTryAgain={() => void providers.refetch()}
      onChange={(change) => {
        actions.change({ providers: change });
      }}
      onClose={onClose}
    />
  );
}

function RenameDialog({
  title,
  onSave,
  onClose,
}: {
  title: string;
  onSave: (title: string) => void;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(title);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const trimmed = draft.trim();
    if (trimmed && trimmed !== title) onSave(trimmed);
    onClose();
  };
  return (
    <Dialog open title="Rename this project" onOpenChange={onClose}>
      <form onSubmit={save} className="mt-3 flex flex-col gap-4">
        <Field
          label="Title"
          value={draft}
          maxLength={120}
          onChange={(event) => {
            setDraft(event.target.value);
          }}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteDialog({
  title,
  onDelete,
  onClose,
}: {
  title: string;
  onDelete: () => void;
  onClose: () => void;
}) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      title={`Delete ${title}?`}
      description="All its takes go with it. You can undo this right after."
      safe={safe}
      onOpenChange={onClose}
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" onClick={onDelete}>
            Delete
          </Button>
        </>
      }
    />
  );
}
