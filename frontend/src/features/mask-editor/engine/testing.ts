import { PAINTED } from './plane';

/** Repeatable noise, 0 to 1. */
export function noise(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many pixels are painted. */
export const painted = (values: Uint8Array) =>
  values.reduce((sum, value) => sum + (value >= PAINTED ? 1 : 0), 0);
/** The value at a pixel. */
export const at = (values: Uint8Array, width: number, x: number, y: number) => values[y * width + x];

/** A hard disc in a square. */
export function disc(size: number, radius: number, cx = size / 2, cy = size / 2): Uint8Array {
  const values = new Uint8Array(size * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) <= radius) values[y * size + x] = 255;
    }
  }
  return values;
}

/** Whether two planes hold the same, much faster than comparing them as lists. */
export const same = (a: Uint8Array, b: Uint8Array | undefined) =>
  b !== undefined && a.length === b.length && a.every((value, index) => value === b[index]);
