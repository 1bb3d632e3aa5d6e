import { wholeOf, type Point, type Rect, type Size } from './geometry';
import type { Patch } from './shapes';

/** A picture's pixels, RGBA, 4 bytes each. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** The largest difference of a channel between two pixels, 0 to 255. */
function apart(data: Pixels['data'], a: number, r: number, g: number, b: number): number {
  const at = a * 4;
  return Math.max(
    Math.abs((data[at] as number) - r),
    Math.abs((data[at + 1] as number) - g),
    Math.abs((data[at + 2] as number) - b),
  );
}

/**
 * What has the colour of the pixel at `from`, within `tolerance` (0 to 255 per channel): what hangs together with
 * it, or with `everywhere` all of it. Null outside the picture.
 */
export function wandPatch(pixels: Pixels, from: Point, tolerance: number, everywhere = false): Patch | null {
  const { width, height, data } = pixels;
  const x0 = Math.floor(from.x);
  const y0 = Math.floor(from.y);
  if (x0 < 0 || y0 < 0 || x0 >= width || y0 >= height) return null;
  const seed = (y0 * width + x0) * 4;
  const [r = 0, g = 0, b = 0] = [data[seed], data[seed + 1], data[seed + 2]];
  const alike = (index: number) => apart(data, index, r, g, b) <= tolerance;
  const found = new Uint8Array(width * height);
  if (everywhere) {
    for (let index = 0; index < found.length; index += 1) if (alike(index)) found[index] = 255;
    return { rect: wholeOf(pixels), values: found };
  }
  const rect = flood(found, pixels, { x: x0, y: y0 }, alike);
  return cropped(found, width, rect);
}

/** Marks with 255 what can be reached from a pixel through pixels that are `open`; the rectangle around it. */
export function flood(
  found: Uint8Array,
  { width, height }: Size,
  from: Point,
  open: (index: number) => boolean,
): Rect {
  let [left, top, right, bottom] = [from.x, from.y, from.x + 1, from.y + 1];
  const stack = [from.y * width + from.x];
  const free = (index: number) => found[index] === 0 && open(index);
  while (stack.length > 0) {
    const index = stack.pop() as number;
    if (!free(index)) continue;
    const y = Math.floor(index / width);
    const row = y * width;
    let start = index;
    while (start > row && free(start - 1)) start -= 1;
    let end = index + 1;
    while (end < row + width && free(end)) end += 1;
    found.fill(255, start, end);
    left = Math.min(left, start - row);
    right = Math.max(right, end - row);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    for (const shift of [-width, width]) {
      if (y + Math.sign(shift) < 0 || y + Math.sign(shift) >= height) continue;
      let inRun = false;
      for (let at = start + shift; at < end + shift; at += 1) {
        const can = free(at);
        if (can && !inRun) stack.push(at);
        inRun = can;
      }
    }
  }
  return { left, top, right, bottom };
}

function cropped(values: Uint8Array, width: number, rect: Rect): Patch {
  const across = rect.right - rect.left;
  const out = new Uint8Array(across * (rect.bottom - rect.top));
  for (let y = rect.top; y < rect.bottom; y += 1) {
    const from = y * width + rect.left;
    out.set(values.subarray(from, from + across), (y - rect.top) * across);
  }
  return { rect, values: out };
}

/** A mask's values with every hole filled: what can't be reached from outside without crossing paint. */
export function withoutHoles(values: Uint8Array, size: Size, painted: number): Uint8Array {
  const { width, height } = size;
  // One pixel of free border, so that all of the outside hangs together.
  const wide = { width: width + 2, height: height + 2 };
  const outside = new Uint8Array(wide.width * wide.height);
  flood(outside, wide, { x: 0, y: 0 }, (index) => {
    const x = (index % wide.width) - 1;
    const y = Math.floor(index / wide.width) - 1;
    if (x < 0 || y < 0 || x >= width || y >= height) return true;
    return (values[y * width + x] as number) < painted;
  });
  const out = values.slice();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (outside[(y + 1) * wide.width + x + 1] === 0) {
        const at = y * width + x;
        if ((values[at] as number) < painted) out[at] = 255;
      }
    }
  }
  return out;
}
