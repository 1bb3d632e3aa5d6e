import type { Estimate, Item, Project, Stage, StageShape } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { countItems, countOf, STAGE_ITEMS, STAGE_NAMES } from '@/shared/lib/words';
import { stageAfter, stageBefore } from './railLine';

/** "$0.12, 35 to 60 s" or "free, about 20 s" are built from this. */
export function priceOf(next: Estimate): string {
  return formatUsd(next.usd_min, next.usd_max);
}

/** "Make the references, free". */
export function makeWords(stage: StageShape): string {
  const what =
    stage.name === 'video' ? 'clips and the cut' : stage.name === 'storyboard' ? 'storyboard' : stage.name;
  const missing = stage.made > 0 && stage.next.items > 0;
  if (missing) return `Make the missing ${countItems(stage.next.items, stage.name)}, ${priceOf(stage.next)}`;
  return stage.name === 'story'
    ? `Write the story, ${priceOf(stage.next)}`
    : `Make the ${what}, ${priceOf(stage.next)}`;
}

/** "Approve storyboard", "Approve with 1 stale", "Approve with 1 stale and 1 failed". */
export function approveWords(stage: StageShape): string {
  const trouble = troubleWords(stage);
  return trouble ? `Approve with ${trouble}` : `Approve ${STAGE_NAMES[stage.name].toLowerCase()}`;
}

/** "1 stale and 1 failed"; "" when there is neither. */
export function troubleWords({ stale, failed }: Pick<StageShape, 'stale' | 'failed'>): string {
  return [stale > 0 ? `${String(stale)} stale` : '', failed > 0 ? `${String(failed)} failed` : '']
    .filter(Boolean)
    .join(' and ');
}

/** What a locked stage says: what it waits for, and what comes of it. */
export function lockedWords(project: Project, stage: StageShape): string {
  const before = stageBefore(stage.name);
  const many = STAGE_ITEMS[stage.name][1];
  const scenes = project.story?.scenes.length;
  const what = scenes ? ` to make them for ${countOf(scenes, 'scene')}` : '';
  const price = stage.next.items > 0 ? `, ${priceOf(stage.next)}` : '';
  return `No ${many} yet. Approve the ${before ?? 'story'}${what}${price}.`;
}

/** After an approval: what can start now, and that nothing has. */
export function approvedWords(project: Project, stage: StageShape): string {
  const after = project.stages.find(({ name }) => name === stageAfter(stage.name));
  if (!after) return 'Approved. The film is done.';
  if (after.state !== 'ready') return 'Approved.';
  const can = after.name === 'references' ? 'References can start' : `${STAGE_NAMES[after.name]} can start`;
  return `Approved. ${can}, ${priceOf(after.next)}. Nothing runs yet.`;
}

/** "6 scenes, 30.0 s" or "11 frames, 33.0 s" beside the stage's title. */
export function countWords(stage: Stage, items: readonly Item[]): string {
  const seconds = items.reduce((sum, item) => sum + (item.seconds ?? 0), 0);
  const count = countItems(items.length, stage);
  if (items.length === 0) return '';
  return seconds > 0 ? `${count}, ${seconds.toFixed(1)} s` : count;
}

/** Causes of what is stale in a stage, one line each: "Clip 4: frame 4B is now take 3". */
export function staleLines(items: readonly Item[]): string[] {
  return items.flatMap((item) => (item.stale ? [`${item.label}: ${item.stale.causes.join(' ')}`] : []));
}

/** Price of renewing everything stale. */
export function renewPrice(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + (item.stale?.renew_usd ?? 0), 0);
}
