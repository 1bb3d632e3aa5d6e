import { ChevronUp, Clapperboard, ListChecks, PanelRightClose, PanelRightOpen, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWide } from '@/shared/hooks/useMediaQuery';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { useRemembered } from '@/shared/hooks/useStored';
import type { ProjectLive } from '@/api/live';
import type { Plan, Project, Stage } from '@/api/types';
import { sayProblem } from '@/api/client';
import { applyPlan, undoPlan } from '@/api/projects';
import { useProjectVerb } from '@/api/useProjectVerb';
import { formatUsd } from '@/shared/lib/money';
import { waitingPlan, type DirectorArgs } from '@/shared/lib/studio';
import { Button, IconButton, useToast } from '@/shared/ui';
import { Composer, type ComposerHandle } from './Composer';
import { ConnectionBanner, ConnectionWord } from './ConnectionBanner';
import { Conversation } from './Conversation';
import { budgetNeeded, planTitle } from './planWords';
import { useNotes } from './useNotes';
import { NARROWEST, usePanelWidth, WIDEST } from './usePanelWidth';

interface DirectorPanelProps extends DirectorArgs {
  project: Project;
  stage: Stage;
  live: ProjectLive;
}

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

/** The director: a panel at the right, a drawer on smaller screens, a strip when it is hidden. */
export function DirectorPanel({ project, stage, live, selected, clear, setSelected }: DirectorPanelProps) {
  const wide = useWide();
  const [hidden, setHidden] = useRemembered('director.hidden', false);
  const [drawn, setDrawn] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const notes = useNotes(project.id, live.connection.status !== 'reconnecting');
  const [stageOnly, setStageOnly] = useRemembered('director.stage-only', false);
  const verb = useProjectVerb(project.id);
  const toast = useToast();
  const newest = waitingPlan(project, stage);
  const undoable = project.plans.findLast((plan) => plan.can_undo);
  const open = wide ? !hidden : drawn;
  const unread = useUnread(project, open);
  const setOpen = (next: boolean) => (wide ? setHidden(!next) : setDrawn(next));

  useShortcuts([
    {
      keys: '\\',
      label: open ? 'Hide the director' : 'Show the director',
      group: 'Director',
      run: () => setOpen(!open),
    },
    {
      keys: 'alt+a',
      label: 'Apply the newest plan',
      group: 'Director',
      whileTyping: true,
      run: () => {
        if (newest && budgetNeeded(newest, project) === null)
          verb.mutate(() => applyPlan(project.id, newest.id), {
            onError: (error) => toast(sayProblem(error)),
          });
      },
    },
    {
      keys: 'alt+z',
      label: 'Undo the newest applied plan',
      group: 'Director',
      whileTyping: true,
      run: () => {
        if (undoable)
          verb.mutate(() => undoPlan(project.id, undoable.id), {
            onError: (error) => toast(sayProblem(error)),
          });
      },
    },
    { keys: '/', label: 'Write a note', group: 'Director', run: () => composer.current?.focus() },
  ]);

  const write = (docked: boolean) => (
    <Composer
      ref={composer}
      docked={docked}
      project={project}
      stage={stage}
      selected={selected}
      onClearTarget={clear}
      onClearAll={() => setSelected([])}
      onSend={notes.send}
    />
  );
  const talk = (
    <>
      <ConnectionBanner live={live} />
      <Conversation
        project={project}
        stage={stage}
        live={live}
        notes={notes}
        stageOnly={stageOnly}
        onEdit={(note) => composer.current?.edit(note)}
      />
      {write(false)}
    </>
  );
  const head = (close: ReactNode) => (
    <div className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line pr-2.5 pl-4">
      <Clapperboard {...ICON} />
      <h2 className="flex-1 font-semibold">Director</h2>
      {project.notes.some((note) => note.stage !== stage) && (
        <Button
          size="compact"
          variant="ghost"
          pressed={stageOnly}
          onClick={() => setStageOnly(!stageOnly)}
          className="!font-normal"
        >
          This stage
        </Button>
      )}
      <ConnectionWord connection={live.connection} />
      {close}
    </div>
  );

  if (wide && !open) {
    return <Strip onOpen={() => setOpen(true)} unread={unread} plans={waitingCount(project)} />;
  }
  if (wide) {
    return (
      <Side>
        {head(
          <IconButton label="Hide the director" keys="\" onClick={() => setOpen(false)}>
            <PanelRightClose {...ICON} />
          </IconButton>,
        )}
        {talk}
      </Side>
    );
  }
  if (drawn) {
    return (
      <Drawer onClose={() => setDrawn(false)}>
        {head(
          <IconButton label="Close the director" keys="\" onClick={() => setDrawn(false)}>
            <X {...ICON} />
          </IconButton>,
        )}
        {talk}
      </Drawer>
    );
  }
  return (
    <Dock
      plan={waitingPlan(project, stage)}
      project={project}
      unread={unread}
      onOpen={() => setDrawn(true)}
      banner={<ConnectionBanner live={live} />}
    >
      {write(true)}
    </Dock>
  );
}

const waitingCount = (project: Project) => project.plans.filter((plan) => plan.state === 'proposed').length;

/** Whether a reply came in while the panel was closed. */
function useUnread(project: Project, open: boolean): boolean {
  const replies = project.notes.filter((note) => note.reply_state === 'done').length;
  const [seen, setSeen] = useState(replies);
  if (open && seen !== replies) setSeen(replies);
  return !open && replies > seen;
}

function Side({ children }: { children: ReactNode }) {
  const { width, edge } = usePanelWidth();
  return (
    <aside
      aria-label="Director"
      style={{ width }}
      className="relative flex min-h-0 shrink-0 animate-fade flex-col border-l border-line bg-panel"
    >
      <div
        role="separator"
        aria-label="Width of the director"
        aria-orientation="vertical"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        // A splitter is a separator that takes the focus and moves.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...edge}
        className="group absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none !outline-none"
      >
        <span className="absolute inset-y-0 left-[3px] w-0.5 transition-colors duration-[80ms] group-hover:bg-line-ctl group-focus-visible:bg-ac" />
      </div>
      {children}
    </aside>
  );
}

interface StripProps {
  onOpen: () => void;
  unread: boolean;
  plans: number;
}

function Strip({ onOpen, unread, plans }: StripProps) {
  const remarks = [unread ? 'new reply' : '', plans > 0 ? `${plans} waiting` : ''].filter(Boolean);
  return (
    <aside
      aria-label="Director"
      className="flex w-11 shrink-0 flex-col items-center gap-3 border-l border-line bg-panel py-2.5"
    >
      <IconButton
        label={['Show the director', ...remarks].join(', ')}
        keys="\"
        side="left"
        onClick={onOpen}
        className="relative"
      >
        <PanelRightOpen {...ICON} />
        {unread && <span className="absolute top-0.5 right-0.5 size-[7px] rounded-full bg-ac" />}
      </IconButton>
      {plans > 0 && (
        <span aria-hidden className="flex flex-col items-center gap-0.5 text-meta font-medium text-tx-2">
          <ListChecks {...ICON} className="text-ac" />
          {plans}
        </span>
      )}
    </aside>
  );
}

function Drawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useShortcuts([{ keys: 'escape', label: 'Close the director', hidden: true, run: onClose }]);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label="Close the director"
        onClick={onClose}
        className="fixed inset-0 z-30 animate-fade bg-black/60"
      />
      <aside
        ref={panel}
        tabIndex={-1}
        aria-label="Director"
        className="fixed inset-x-0 bottom-0 z-30 flex h-[85dvh] animate-drawer flex-col rounded-t-dialog bg-panel shadow-dialog outline-none md:inset-y-0 md:left-auto md:h-auto md:w-[22.5rem] md:max-w-full md:rounded-none"
      >
        {children}
      </aside>
    </>
  );
}

interface DockProps {
  plan: Plan | undefined;
  project: Project;
  unread: boolean;
  onOpen: () => void;
  banner: ReactNode;
  children: ReactNode;
}

function Dock({ plan, project, unread, onOpen, banner, children }: DockProps) {
  return (
    <aside aria-label="Director" className="shrink-0 border-t border-line bg-panel">
      {banner}
      <div className="flex items-center gap-2 px-3 py-2">
        {plan ? (
          <PlanLine plan={plan} project={project} onReview={onOpen} />
        ) : (
          <button
            type="button"
            onClick={onOpen}
            className="touch flex min-h-7 flex-1 items-center gap-2 rounded-btn text-left text-small text-tx-2 hover:text-tx"
          >
            <Clapperboard {...ICON} />
            <span className="flex-1 font-medium">Director{unread ? ', new reply' : ''}</span>
            <ChevronUp {...ICON} />
          </button>
        )}
      </div>
      {children}
    </aside>
  );
}

function PlanLine({ plan, project, onReview }: { plan: Plan; project: Project; onReview: () => void }) {
  const verb = useProjectVerb(project.id);
  const fits = budgetNeeded(plan, project) === null;
  const apply = () => verb.mutate(() => applyPlan(project.id, plan.id));
  useShortcuts(
    [{ keys: 'mod+enter', label: 'Apply the plan', group: 'Director', whileTyping: true, run: apply }],
    fits,
  );
  return (
    <>
      <ListChecks {...ICON} className="shrink-0 text-ac" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{planTitle(plan)}</p>
        <p className="truncate text-small text-tx-2">{plan.summary || plan.keep}</p>
      </div>
      <Button onClick={onReview}>Review</Button>
      {fits && (
        <Button
          variant="filled"
          price={formatUsd(plan.price.usd_min, plan.price.usd_max)}
          disabled={verb.isPending}
          onClick={apply}
        >
          Apply
        </Button>
      )}
    </>
  );
}
