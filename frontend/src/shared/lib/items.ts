import type { Item, Project, Stage, Take } from '@/api/types';

/** The selected take, or the newest where none is selected. */
export function shownTake(item: Item): Take | undefined {
  return item.takes.find((take) => take.number === item.selected) ?? item.takes.at(-1);
}

/** Number the next take of an item gets. */
export function nextTake(item: Item): number {
  return Math.max(0, ...item.takes.map((take) => take.number)) + 1;
}

/** How an item is called in a line of text: a frame by its code, a clip by its number, others by name. */
export function itemName(item: Item): string {
  return item.kind === 'frame' ? item.code || item.label : item.label;
}

/** Does an item wait for the creator: stale or failed, with nothing under way. */
export function needsYou(item: Item): boolean {
  return item.work === null && (item.stale !== null || item.failure !== null);
}

/** The items of a stage in order, without the cut. */
export function stageItems(project: Project, stage: Stage): Item[] {
  return project.items.filter((item) => item.stage === stage && item.kind !== 'cut');
}

/** Can an own picture be a take of this. */
export function takesUploads(item: Item): boolean {
  return item.stage === 'references' || item.kind === 'frame';
}

/** Width over height of the film's picture. */
export function pictureRatio(project: Project): number {
  const [width = 16, height = 9] = project.brief.aspect_ratio.split(':').map(Number);
  return width / height;
}
