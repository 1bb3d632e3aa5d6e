import type { ProjectCard, Stage } from '@/api/types';
import { STAGES } from '@/api/types';
import { STAGE_NAMES, STATE_NAMES } from '@/shared/lib/words';

/** Where a project is: `Storyboard, in review`, `Done, cut approved`. */
export function cardLine(card: ProjectCard): string {
  if (card.approved.length === STAGES.length) return 'Done, cut approved';
  return `${STAGE_NAMES[card.stage]}, ${card.working ? 'making' : STATE_NAMES[card.state]}`;
}

export type StageMark = 'done' | 'now' | 'later';

/** One mark for each stage, in order. */
export function stageMarks(card: ProjectCard): StageMark[] {
  return STAGES.map((stage: Stage) => {
    if (card.approved.includes(stage)) return 'done';
    return stage === card.stage ? 'now' : 'later';
  });
}
