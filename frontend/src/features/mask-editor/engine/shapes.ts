import { boundsOf, intersect, isEmpty, type Point, type Rect } from './geometry';
import type { Plane } from './plane';

/** Lines across a pixel for the softness of slanted borders. */
const LINES = 4;

export type Combine = 'add' | 'subtract';

/** A piece of mask of its own: values for the pixels of a rectangle. */
export interface Patch {
  readonly rect: Rect;
  readonly values: Uint8Array;
}

/** The inside of a closed polygon, cut to `limit`. Where it crosses itself, every part counts as inside. */
export function polygonPatch(points: readonly Point[], limit: Rect): Patch | null {
  if (points.length < 3) return null;
  const rect = intersect(boundsOf(points), limit);
  if (isEmpty(rect)) return null;
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  const sums = new Float32Array(width);
  const values = new Uint8Array(width * height);
  const edges = points.map((from, index) => ({ from, to: points[(index + 1) % points.length] ?? from }));
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let line = 0; line < LINES; line += 1) {
      const scan = rect.top + y + (line + 0.5) / LINES;
      for (const [start, end] of insideSpans(edges, scan)) {
        addSpan(sums, start - rect.left, end - rect.left, 1 / LINES);
      }
    }
    const row = y * width;
    for (let x = 0; x < width; x += 1) values[row + x] = Math.round(Math.min(1, sums[x] as number) * 255);
  }
  return { rect, values };
}

function insideSpans(edges: readonly { from: Point; to: Point }[], scan: number): [number, number][] {
  const crossings: { x: number; turn: number }[] = [];
  for (const { from, to } of edges) {
    if (from.y <= scan === to.y <= scan) continue;
    const share = (scan - from.y) / (to.y - from.y);
    crossings.push({ x: from.x + (to.x - from.x) * share, turn: from.y < to.y ? 1 : -1 });
  }
  crossings.sort((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let winding = 0;
  let start = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) start = x;
    winding += turn;
    if (winding === 0) spans.push([start, x]);
  }
  return spans;
}

function addSpan(sums: Float32Array, from: number, to: number, share: number): void {
  const start = Math.max(0, from);
  const end = Math.min(sums.length, to);
  if (end <= start) return;
  const first = Math.floor(start);
  const last = Math.min(sums.length - 1, Math.floor(end));
  if (first === last) {
    sums[first] = (sums[first] as number) + (end - start) * share;
    return;
  }
  sums[first] = (sums[first] as number) + (first + 1 - start) * share;
  for (let x = first + 1; x < last; x += 1) sums[x] = (sums[x] as number) + share;
  sums[last] = (sums[last] as number) + (end - last) * share;
}

/** All pixels of a rectangle. */
export function rectPatch(rect: Rect, limit: Rect): Patch | null {
  const part = intersect(rect, limit);
  if (isEmpty(part)) return null;
  return {
    rect: part,
    values: new Uint8Array((part.right - part.left) * (part.bottom - part.top)).fill(255),
  };
}

/** Put a patch into the mask or take it out. */
export function combine(plane: Plane, { rect, values }: Patch, how: Combine): void {
  const part = intersect(rect, plane.whole);
  const across = rect.right - rect.left;
  for (let y = part.top; y < part.bottom; y += 1) {
    let from = (y - rect.top) * across + (part.left - rect.left);
    let to = y * plane.width + part.left;
    for (let x = part.left; x < part.right; x += 1, from += 1, to += 1) {
      const value = values[from] as number;
      const old = plane.values[to] as number;
      if (how === 'add') {
        if (value > old) plane.values[to] = value;
      } else if (255 - value < old) plane.values[to] = 255 - value;
    }
  }
  plane.wrote(part);
}
