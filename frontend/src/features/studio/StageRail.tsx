import clsx from 'clsx';
import { CircleCheck, CircleDot, Eye, LoaderCircle, Lock, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import type { Stage, StageShape, StageState } from '@/api/types';
import { railEntries, type RailEntry } from './railLine';

const ICONS: Readonly<Record<StageState, { icon: LucideIcon; tone: string; words: string }>> = {
  locked: { icon: Lock, tone: 'text-tx-3', words: 'locked' },
  ready: { icon: CircleDot, tone: 'text-ac', words: 'ready' },
  making: { icon: LoaderCircle, tone: 'text-ac animate-[spin_1.6s_linear_infinite]', words: 'being made' },
  review: { icon: Eye, tone: 'text-ac', words: 'in review' },
  approved: { icon: CircleCheck, tone: 'text-ok', words: 'approved' },
  lapsed: { icon: Eye, tone: 'text-stale', words: 'approval lapsed' },
};

interface StageRailProps {
  projectId: string;
  stages: readonly StageShape[];
  current: Stage;
  className?: string;
}

/** The four stages with their states. Locked ones open too, and say what they wait for. */
export function StageRail({ projectId, stages, current, className }: StageRailProps) {
  return (
    <nav aria-label="Stages" className={className}>
      <ol className="flex items-center">
        {railEntries(stages).map((entry, index) => (
          <li key={entry.stage} className="flex min-w-0 flex-1 items-center lg:flex-none">
            {index > 0 && <span aria-hidden className="mx-0.5 hidden h-px w-2 bg-line-2 lg:block xl:w-5" />}
            <RailLink entry={entry} projectId={projectId} current={entry.stage === current} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function RailLink({ entry, projectId, current }: { entry: RailEntry; projectId: string; current: boolean }) {
  const { icon: Icon, tone, words } = ICONS[entry.state];
  return (
    <Link
      to={`/projects/${projectId}/${entry.stage}`}
      {...(current && { 'aria-current': 'step' as const })}
      className={clsx(
        'flex h-[42px] min-w-0 flex-1 items-center gap-[9px] rounded-card pr-2.5 pl-2 transition-colors duration-[80ms] xl:pr-3 xl:pl-2.5',
        'max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:px-1',
        current ? 'bg-press' : 'hover:bg-hover',
      )}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} className={clsx('shrink-0', tone)} />
      <span className="min-w-0 max-sm:max-w-full">
        <span
          className={clsx(
            'block truncate text-body/4 font-semibold max-sm:text-small/4',
            entry.state === 'locked' && !current && 'text-tx-3',
          )}
        >
          {entry.name}
        </span>
        <span
          className={clsx(
            'block truncate text-meta/[14px] max-sm:hidden',
            current ? 'text-tx-2' : 'text-tx-3',
          )}
        >
          {entry.line}
        </span>
        <span className="sr-only sm:hidden">, {words}</span>
      </span>
    </Link>
  );
}
