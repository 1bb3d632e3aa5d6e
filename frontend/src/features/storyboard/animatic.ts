import type { Item } from '@/api/types';

/** One still of the animatic, with the time it is on screen (seconds from the start). */
export interface AnimaticStill {
  item: Item;
  start: number;
  end: number;
}

/** Seconds a frame stays when its shot's length is not known. */
const FALLBACK_S = 2;

/** The frames in film order, back to back. */
export function animaticStills(items: readonly Item[]): AnimaticStill[] {
  let start = 0;
  return items.map((item) => {
    const still = { item, start, end: start + (item.seconds ?? FALLBACK_S) };
    start = still.end;
    return still;
  });
}

/** The still on screen at a moment; the last one at and after the end. */
export function stillAt(stills: readonly AnimaticStill[], seconds: number): AnimaticStill | undefined {
  return stills.find((still) => seconds < still.end) ?? stills.at(-1);
}
