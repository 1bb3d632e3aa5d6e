import type { Item, StoryEdit } from '@/api/types';

/** The edit that puts a shot before another, or last in the film where `before` is null; null where it is there
 * already. `order`: ids of all shots in film order. */
export function placeBefore(
  order: readonly string[],
  moved: string,
  before: string | null,
): StoryEdit | null {
  if (moved === before) return null;
  const others = order.filter((id) => id !== moved);
  const at = before === null ? others.length : others.indexOf(before);
  if (at < 0 || at === order.indexOf(moved)) return null;
  return { op: 'move_shot', id: moved, after: others[at - 1] ?? '' };
}

/** The edit that moves a frame's shot by so many places; null at the film's ends. */
export function shiftShot(frames: readonly Item[], moved: Item, step: -1 | 1): StoryEdit | null {
  const order = shotIds(frames);
  if (moved.shot === null) return null;
  const others = order.filter((id) => id !== moved.shot);
  const to = order.indexOf(moved.shot) + step;
  if (to < 0 || to > others.length) return null;
  return { op: 'move_shot', id: moved.shot, after: others[to - 1] ?? '' };
}

/** Ids of the shots of frames, in order. */
export function shotIds(frames: readonly Item[]): string[] {
  return frames.flatMap(({ shot }) => (shot === null ? [] : [shot]));
}
