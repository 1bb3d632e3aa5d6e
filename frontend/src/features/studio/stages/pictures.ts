import type { Item, Project, Take } from '@/api/types';
import { shownTake } from '@/shared/lib/items';

/** Picture of one take of an item, by number; undefined when there is none. */
export function takePicture(project: Project, itemId: string, take: number): string | undefined {
  const item = project.items.find(({ id }) => id === itemId);
  const media = item?.takes.find(({ number }) => number === take)?.media;
  return media?.media_type.startsWith('image/') ? media.sha256 : undefined;
}

/** Still of a film take: the frame it was made from, else the frame of its shot. */
export function filmStill(
  project: Project,
  item: Item,
  take: Take | undefined = shownTake(item),
): string | undefined {
  const source = take?.made_from.find(({ item: id }) => takePicture(project, id, 1) !== undefined);
  const made = source && takePicture(project, source.item, source.take);
  if (made) return made;
  const frame = project.items.find(({ kind, shot }) => kind === 'frame' && shot === item.shot);
  return frame && shownTake(frame)?.media?.sha256;
}

/** Reference picture of a character, place or product. */
export function entityPicture(project: Project, entityId: string): string | undefined {
  const reference = project.items.find(({ stage, entity }) => stage === 'references' && entity === entityId);
  return reference && shownTake(reference)?.media?.sha256;
}
