import type { Stage, StageShape, StageState } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment } from '@/shared/lib/time';
import { STAGE_NAMES } from '@/shared/lib/words';

const BEFORE: Readonly<Partial<Record<Stage, Stage>>> = {
  references: 'story',
  storyboard: 'references',
  video: 'storyboard',
};

/** The stage that must be approved before this one; null for the story. */
export function stageBefore(stage: Stage): Stage | null {
  return BEFORE[stage] ?? null;
}

/** The stage that is made from this one; null for the video. */
export function stageAfter(stage: Stage): Stage | null {
  const found = Object.entries(BEFORE).find(([, before]) => before === stage);
  return (found?.[0] as Stage | undefined) ?? null;
}

/** One stage of the rail; `line` is read under its name. */
export interface RailEntry {
  stage: Stage;
  name: string;
  state: StageState;
  line: string;
}

/** What the rail says of each stage. The next locked stage says what it will cost. */
export function railEntries(stages: readonly StageShape[]): RailEntry[] {
  const next = stages.findIndex(({ state }) => state === 'locked');
  return stages.map((stage, index) => ({
    stage: stage.name,
    name: STAGE_NAMES[stage.name],
    state: stage.state,
    line: railLine(stage, index === next),
  }));
}

function railLine(stage: StageShape, isNext: boolean): string {
  switch (stage.state) {
    case 'locked':
      return isNext && stage.next.items > 0
        ? `Next, ${aboutPrice(stage)}`
        : `After ${stageBefore(stage.name) ?? ''}`;
    case 'ready':
      return `Ready, ${aboutPrice(stage)}`;
    case 'making':
      return stage.total > 1
        ? `Making ${String(Math.min(stage.made + 1, stage.total))} of ${String(stage.total)}`
        : 'Making';
    case 'review':
      return reviewLine(stage);
    case 'approved':
      return stage.approved_at ? `Approved ${formatMoment(stage.approved_at)}` : 'Approved';
    case 'lapsed':
      return 'Approval lapsed';
  }
}

function aboutPrice({ next }: StageShape): string {
  return next.usd_max > 0 ? `about ${formatUsd(next.usd_max)}` : 'free';
}

function reviewLine({ stale, failed }: StageShape): string {
  const trouble = [stale > 0 ? `${String(stale)} stale` : '', failed > 0 ? `${String(failed)} failed` : ''];
  const words = trouble.filter(Boolean).join(', ');
  return words ? `Review, ${words}` : 'In review';
}
