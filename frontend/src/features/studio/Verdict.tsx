import { clsx } from 'clsx';
import { ArrowRight, CircleAlert, Play } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Item, Project, StageShape } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Button, Dialog } from '@/shared/ui';
import { stageAfter } from './railLine';
import { ReopenButton } from './ReopenButton';
import { BarDivider } from './StageBar';
import { approveWords, makeWords, priceOf, renewPrice, staleLines, troubleWords } from './stageWords';
import type { ProjectActions } from './useProjectActions';

interface VerdictProps {
  project: Project;
  stage: StageShape;
  items: readonly Item[];
  actions: ProjectActions;
  /** A plan waits or a question is open: their button is the filled one. */
  quiet: boolean;
  /** Asked for by key: the page shows the confirm line. */
  onAsk: () => void;
}

/** The right end of the tool bar: make the stage, approve it, or go on. */
export function Verdict(props: VerdictProps) {
  switch (props.stage.state) {
    case 'locked':
      return null;
    case 'ready':
      return <Make {...props} />;
    case 'approved':
      return <Approved {...props} />;
    default:
      return <Approve {...props} />;
  }
}

function Make({ stage, actions, quiet }: VerdictProps) {
  const make = () => {
    actions.generate(stage.name);
  };
  useShortcuts([{ keys: 'mod+enter', label: makeWords(stage), group: 'Stage', run: make }], !quiet);
  return (
    <Button
      variant={quiet ? 'outline' : 'filled'}
      size="compact"
      icon={<Play aria-hidden size={14} strokeWidth={1.75} />}
      keys={quiet ? undefined : 'mod+enter'}
      aria-disabled={actions.busy}
      onClick={make}
    >
      {makeWords(stage)}
    </Button>
  );
}

function Approved({ project, stage, quiet, actions }: VerdictProps) {
  const navigate = useNavigate();
  const after = stageAfter(stage.name);
  return (
    <>
      <ReopenButton project={project} stage={stage.name} onReopen={actions.reopen} />
      {after && (
        <Button
          variant={quiet ? 'outline' : 'filled'}
          size="compact"
          onClick={() => void navigate(`../${after}`, { relative: 'path' })}
        >
          <span className="inline-flex items-center gap-1.5">
            Go to {STAGE_NAMES[after].toLowerCase()} <ArrowRight aria-hidden size={14} strokeWidth={1.75} />
          </span>
        </Button>
      )}
    </>
  );
}

function Approve({ project, stage, items, actions, quiet, onAsk }: VerdictProps) {
  const reasons = useId();
  const [asking, setAsking] = useState(false);
  const blocked = stage.blockers.length > 0;
  const trouble = troubleWords(stage) !== '';
  const making = stage.state === 'making';
  const missing = !making && stage.made < stage.total && stage.failed === 0 && stage.next.items > 0;
  const approve = () => {
    if (blocked || actions.busy) return;
    if (trouble) setAsking(true);
    else actions.approve(stage.name, false);
  };
  useShortcuts([
    {
      keys: 'shift+a',
      label: approveWords(stage),
      group: 'Stage',
      run: () => {
        if (blocked) return;
        if (trouble) setAsking(true);
        else onAsk();
      },
    },
    ...(quiet || blocked
      ? []
      : [{ keys: 'mod+enter', label: approveWords(stage), group: 'Stage', run: approve }]),
  ]);
  return (
    <>
      {missing && (
        <Button
          size="compact"
          onClick={() => {
            actions.generate(stage.name);
          }}
        >
          {makeWords(stage)}
        </Button>
      )}
      <BarDivider />
      {blocked && (
        <span
          id={reasons}
          title={stage.blockers.join(' ')}
          className={clsx(
            'inline-flex min-w-0 items-center gap-1.5 text-small',
            making ? 'text-tx-3' : 'text-fail',
          )}
        >
          {!making && <CircleAlert aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />}
          <span className="truncate">{stage.blockers.join(' ')}</span>
        </span>
      )}
      <Button
        variant={quiet || blocked ? 'outline' : 'filled'}
        size="compact"
        keys="shift+a"
        aria-disabled={blocked}
        {...(blocked && { 'aria-describedby': reasons })}
        onClick={approve}
      >
        {blocked ? `Approve ${STAGE_NAMES[stage.name].toLowerCase()}` : approveWords(stage)}
      </Button>
      {asking && (
        <ApproveDialog
          project={project}
          stage={stage}
          items={items}
          actions={actions}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

type ApproveDialogProps = Pick<VerdictProps, 'project' | 'stage' | 'items' | 'actions'> & {
  onClose: () => void;
};

function ApproveDialog({ stage, items, actions, onClose }: ApproveDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const stale = items.filter((item) => item.stale);
  const seconds = stale.map((item) => item.stale?.renew_seconds ?? 0);
  const price = formatUsd(renewPrice(items));
  const longest = Math.max(0, ...seconds);
  const total = seconds.reduce((sum, each) => sum + each, 0);
  return (
    <Dialog
      open
      title={`Approve with ${troubleWords(stage)}?`}
      safe={safe}
      onOpenChange={onClose}
      description={
        <>
          {staleLines(items).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {stale.length > 0 && (
            <p className="mt-1">
              Keeping {stale.length === 1 ? 'it' : 'them'} costs nothing. Renewing first is {price} and takes{' '}
              {formatWait(longest, total)}.
            </p>
          )}
          {stage.failed > 0 && <p className="mt-1">What failed keeps its older take.</p>}
        </>
      }
      actions={
        <>
          {stale.length > 0 && (
            <Button
              className="mr-auto"
              onClick={() => {
                onClose();
                actions.renew(
                  stage.name,
                  stale.map(({ id }) => id),
                );
              }}
            >
              Renew first, {price}
            </Button>
          )}
          <Button ref={safe} onClick={onClose}>
            Not yet
          </Button>
          <Button
            variant="filled"
            onClick={() => {
              onClose();
              actions.approve(stage.name, true);
            }}
          >
            Approve as it is
          </Button>
        </>
      }
    />
  );
}

/** What the confirm line says before a stage is approved by key. */
export function approveQuestion(project: Project, stage: StageShape): string {
  const after = project.stages.find(({ name }) => name === stageAfter(stage.name));
  const then =
    after && after.next.items > 0
      ? ` ${STAGE_NAMES[after.name]} can start then, ${priceOf(after.next)}. Nothing runs by itself.`
      : '';
  return `Approve the ${stage.name} with the takes selected now?${then}`;
}
