import { CircleCheck, Eye, Lock } from 'lucide-react';
import { Link } from 'react-router';
import type { Project, StageShape } from '@/api/types';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Banner, buttonClass, EmptyState } from '@/shared/ui';
import { stageAfter, stageBefore } from './railLine';
import { approvedWords, lockedWords } from './stageWords';

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

/** One line over a stage that was approved, or whose approval lapsed. */
export function StageNotice({ project, stage }: { project: Project; stage: StageShape }) {
  const name = STAGE_NAMES[stage.name];
  if (stage.state === 'lapsed') {
    return (
      <Banner tone="stale" icon={<Eye {...ICON} />} className="mx-3 mt-3 rounded-card sm:mx-5">
        {name} approval lapsed: {stage.lapsed_because} Approve again when ready.
      </Banner>
    );
  }
  const after = project.stages.find((other) => other.name === stageAfter(stage.name));
  if (stage.state === 'approved' && after?.state === 'ready') {
    return (
      <Banner tone="ok" icon={<CircleCheck {...ICON} />} className="mx-3 mt-3 rounded-card sm:mx-5">
        {approvedWords(project, stage)}
      </Banner>
    );
  }
  return null;
}

/** A locked stage: what it waits for, and the way there. */
export function LockedStage({ project, stage }: { project: Project; stage: StageShape }) {
  const before = stageBefore(stage.name) ?? 'story';
  return (
    <div className="grid flex-1 place-items-center p-5">
      <EmptyState
        className="w-full max-w-lg"
        action={
          <Link to={`/projects/${project.id}/${before}`} className={buttonClass({ size: 'compact' })}>
            Go to {STAGE_NAMES[before].toLowerCase()}
          </Link>
        }
      >
        <Lock aria-hidden size={16} strokeWidth={1.75} className="mr-1.5 -mt-0.5 inline text-tx-3" />
        {lockedWords(project, stage)}
      </EmptyState>
    </div>
  );
}
