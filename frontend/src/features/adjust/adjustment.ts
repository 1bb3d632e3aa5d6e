import type { Adjustment, Item, Take } from '@/api/types';
import { shownTake } from '@/shared/lib/items';

/** What is kept of a picture, as shares of it. */
export type Crop = Adjustment['crop'];

/** A part of an adjustment that is one number. */
export type Dial = 'exposure' | 'contrast' | 'saturation' | 'temperature' | 'tint' | 'straighten';

export const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 };

export const NEUTRAL: Adjustment = {
  exposure: 0,
  contrast: 0,
  saturation: 0,
  temperature: 0,
  tint: 0,
  straighten: 0,
  flip: false,
  crop: WHOLE,
};

/** Least share of a side that a crop keeps: the server's own limit. */
export const SMALLEST_CROP = 0.05;

interface DialRange {
  label: string;
  /** The largest value either way. */
  most: number;
  step: number;
  /** What the two ends do. */
  ends: readonly [string, string];
  /** "+0.5 stops", "warmer 30". */
  words: (value: number) => string;
}

const signed = (value: number, digits: number) =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(digits)}`;
const hundred = (value: number) => signed(value * 100, 0);

export const DIALS: Readonly<Record<Dial, DialRange>> = {
  exposure: {
    label: 'Exposure',
    most: 4,
    step: 0.1,
    ends: ['darker', 'brighter'],
    words: (value) => `${signed(value, 1)} stops`,
  },
  contrast: { label: 'Contrast', most: 1, step: 0.02, ends: ['softer', 'harder'], words: hundred },
  saturation: { label: 'Saturation', most: 1, step: 0.02, ends: ['grey', 'vivid'], words: hundred },
  temperature: { label: 'Temperature', most: 1, step: 0.02, ends: ['cooler', 'warmer'], words: hundred },
  tint: { label: 'Tint', most: 1, step: 0.02, ends: ['greener', 'more magenta'], words: hundred },
  straighten: {
    label: 'Straighten',
    most: 45,
    step: 0.1,
    ends: ['counter-clockwise', 'clockwise'],
    words: (value) => `${signed(value, 1)}°`,
  },
};

/** Does an adjustment change nothing. */
export function isNeutral(adjustment: Adjustment): boolean {
  return (
    (Object.keys(DIALS) as Dial[]).every((dial) => adjustment[dial] === 0) &&
    !adjustment.flip &&
    isWhole(adjustment.crop)
  );
}

/** Does a crop keep all of the picture. */
export function isWhole({ left, top, right, bottom }: Crop): boolean {
  return left === 0 && top === 0 && right === 1 && bottom === 1;
}

/** The adjustment with one number changed, kept in its range and rounded to its step. */
export function turned(adjustment: Adjustment, dial: Dial, value: number): Adjustment {
  const { most, step } = DIALS[dial];
  const rounded = Math.round(value / step) * step;
  return { ...adjustment, [dial]: Number(Math.min(most, Math.max(-most, rounded)).toFixed(3)) };
}

/** The take an adjustment starts from, and where its dials stand. An adjusted take opens as it was left, on its
 * parent's pixels; null where there is no picture. */
export function startOf(item: Item): { take: Take; adjustment: Adjustment } | null {
  const shown = shownTake(item);
  if (!shown?.media) return null;
  const parent = item.takes.find(({ number }) => number === shown.parent);
  if (shown.origin === 'adjust' && shown.adjustment && parent?.media) {
    return { take: parent, adjustment: shown.adjustment };
  }
  return { take: shown, adjustment: NEUTRAL };
}

/** Which edges of a crop a handle moves: -1 the first, 1 the second, 0 neither. */
export interface Handle {
  name: string;
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

export const HANDLES: readonly Handle[] = [
  { name: 'top left', x: -1, y: -1 },
  { name: 'top', x: 0, y: -1 },
  { name: 'top right', x: 1, y: -1 },
  { name: 'right', x: 1, y: 0 },
  { name: 'bottom right', x: 1, y: 1 },
  { name: 'bottom', x: 0, y: 1 },
  { name: 'bottom left', x: -1, y: 1 },
  { name: 'left', x: -1, y: 0 },
];

/** The crop moved as a whole by shares of the picture; the picture's edges hold it. */
export function movedCrop(crop: Crop, dx: number, dy: number): Crop {
  const x = Math.min(1 - crop.right, Math.max(-crop.left, dx));
  const y = Math.min(1 - crop.bottom, Math.max(-crop.top, dy));
  return tidy({ left: crop.left + x, right: crop.right + x, top: crop.top + y, bottom: crop.bottom + y });
}

/** The crop with one handle moved. `keepShape`: the result has the picture's own shape, so both sides keep the
 * same share; the opposite corner (or the middle of the opposite side) stays where it is. */
export function sizedCrop(crop: Crop, handle: Handle, dx: number, dy: number, keepShape: boolean): Crop {
  const free = {
    left: handle.x < 0 ? bounded(crop.left + dx, 0, crop.right - SMALLEST_CROP) : crop.left,
    right: handle.x > 0 ? bounded(crop.right + dx, crop.left + SMALLEST_CROP, 1) : crop.right,
    top: handle.y < 0 ? bounded(crop.top + dy, 0, crop.bottom - SMALLEST_CROP) : crop.top,
    bottom: handle.y > 0 ? bounded(crop.bottom + dy, crop.top + SMALLEST_CROP, 1) : crop.bottom,
  };
  if (!keepShape) return tidy(free);
  const [width, height] = [free.right - free.left, free.bottom - free.top];
  const widest = Math.abs(width - (crop.right - crop.left));
  const highest = Math.abs(height - (crop.bottom - crop.top));
  // The side that was dragged farther decides.
  const wanted = widest >= highest ? width : height;
  const across = alongSide(crop.left, crop.right, handle.x);
  const down = alongSide(crop.top, crop.bottom, handle.y);
  const size = Math.max(SMALLEST_CROP, Math.min(wanted, across.room, down.room));
  const [left, right] = across.place(size);
  const [top, bottom] = down.place(size);
  return tidy({ left, right, top, bottom });
}

/** The largest crop of the picture's own shape around the middle of another. */
export function shapedCrop(crop: Crop): Crop {
  const size = Math.max(SMALLEST_CROP, Math.min(crop.right - crop.left, crop.bottom - crop.top));
  const [x, y] = [(crop.left + crop.right) / 2, (crop.top + crop.bottom) / 2];
  return tidy({ left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 });
}

/** How far one side can grow, and where it lies at a size, when the given end is dragged (0: from the middle). */
function alongSide(first: number, second: number, moved: -1 | 0 | 1) {
  if (moved > 0)
    return { room: 1 - first, place: (size: number) => [first, first + size] as [number, number] };
  if (moved < 0)
    return { room: second, place: (size: number) => [second - size, second] as [number, number] };
  const middle = (first + second) / 2;
  return {
    room: 2 * Math.min(middle, 1 - middle),
    place: (size: number) => [middle - size / 2, middle + size / 2] as [number, number],
  };
}

const bounded = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Shares without the dust of floating point, inside the picture. */
function tidy({ left, top, right, bottom }: Crop): Crop {
  const share = (value: number) => Number(bounded(value, 0, 1).toFixed(4));
  return { left: share(left), top: share(top), right: share(right), bottom: share(bottom) };
}
