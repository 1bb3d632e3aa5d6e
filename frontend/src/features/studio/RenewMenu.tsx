import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { lookAtRenewal } from '@/api/reviewing';
import type { Item, Project, Renewal, Stage } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { countItems, listOf, STAGE_NAMES } from '@/shared/lib/words';
import { Button, Popover } from '@/shared/ui';
import { renewPrice, staleLines } from './stageWords';
import type { ProjectActions } from './useProjectActions';

interface RenewMenuProps {
  project: Project;
  stage: Stage;
  /** The stale items of the stage. */
  stale: readonly Item[];
  actions: ProjectActions;
}

/** What is stale in a stage and why, and the ways on: renew it, renew everything below too, or keep it. */
export function RenewMenu({ project, stage, stale, actions }: RenewMenuProps) {
  const [open, setOpen] = useState(false);
  const below = useQuery({
    queryKey: ['renewal', project.id, project.revision, stage],
    queryFn: () => lookAtRenewal(project.id, stage, 'below'),
    enabled: open,
    retry: false,
  });
  const act = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  const deeper = below.data && below.data.items > stale.length ? below.data : undefined;
  return (
    <Popover
      align="end"
      label="Stale work"
      open={open}
      onOpenChange={setOpen}
      className="w-[22rem]"
      trigger={
        <Button
          variant="ghost"
          size="compact"
          className="max-sm:hidden"
          icon={<History aria-hidden size={15} strokeWidth={1.75} className="text-stale" />}
        >
          {stale.length} stale
        </Button>
      }
    >
      <ul className="flex max-h-40 flex-col gap-1 overflow-y-auto text-small text-tx-2">
        {staleLines(stale).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-2 text-small text-tx-3">Keeping them costs nothing. Nothing is renewed by itself.</p>
      <div className="mt-3 flex flex-col gap-2">
        <Button
          onClick={act(() => {
            actions.renew(stage, null);
          })}
          price={formatUsd(renewPrice(stale))}
        >
          Renew {countItems(stale.length, stage)}
        </Button>
        {deeper && (
          <>
            <Button
              onClick={act(() => {
                actions.renew(stage, null, true);
              })}
              price={formatUsd(deeper.estimate.usd_min, deeper.estimate.usd_max)}
            >
              {deeper.words}
            </Button>
            <p className="text-meta text-tx-3">{deeperWords(deeper)}</p>
          </>
        )}
        {below.isPending && open && <p className="text-meta text-tx-3">Looking at what lies below</p>}
        {below.isError && <p className="text-meta text-fail">{sayProblem(below.error)}</p>}
        <Button
          variant="ghost"
          onClick={act(() => {
            actions.keep(stage, null);
          })}
        >
          Keep as they are, free
        </Button>
      </div>
    </Popover>
  );
}

/** What a renewal through several stages does on its way, and where it ends. */
function deeperWords({ approves, waits, estimate }: Renewal): string {
  const names = (stages: readonly Stage[]) => listOf(stages.map((stage) => STAGE_NAMES[stage].toLowerCase()));
  return [
    `Takes ${formatWait(estimate.seconds_min, estimate.seconds_max)}.`,
    approves.length > 0 ? `Signs off the ${names(approves)} again.` : '',
    waits ? `Ends at the ${names([waits])}, which waits for your approval.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
