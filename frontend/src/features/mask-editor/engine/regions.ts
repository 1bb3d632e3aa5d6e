import type { Rect } from './geometry';
import type { Plane } from './plane';

/** A piece of the mask that hangs together: the box around it, and a share of the picture, 0 to 1. */
export interface Region {
  readonly box: Rect;
  readonly share: number;
  /** A coarse cell of it, for finding it again. */
  readonly seed: number;
}

/** The pieces of a mask, largest first, on its coarse grid: pieces nearer than a cell count as one. */
export function findRegions(plane: Plane): Region[] {
  const cells = plane.cells();
  const seen = new Uint8Array(cells.length);
  const regions: Region[] = [];
  for (let seed = 0; seed < cells.length; seed += 1) {
    if (cells[seed] === 0 || seen[seed] !== 0) continue;
    const members = spread(plane, cells, seen, seed);
    regions.push({ box: boxOf(plane, members), share: members.length / cells.length, seed });
  }
  return regions.sort((a, b) => b.share - a.share);
}

/** The coarse cells that hang together with one. */
export function regionCells(plane: Plane, seed: number): Uint8Array {
  const seen = new Uint8Array(plane.cells().length);
  if (plane.cells()[seed] === 1) spread(plane, plane.cells(), seen, seed);
  return seen;
}

function spread(
  { coarseWidth, coarseHeight }: Plane,
  cells: Uint8Array,
  seen: Uint8Array,
  seed: number,
): number[] {
  const members: number[] = [];
  const stack = [seed];
  seen[seed] = 1;
  while (stack.length > 0) {
    const at = stack.pop() as number;
    members.push(at);
    const x = at % coarseWidth;
    const y = Math.floor(at / coarseWidth);
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const nx = x + dx;
        const ny = y + dy;
        if (nx < 0 || ny < 0 || nx >= coarseWidth || ny >= coarseHeight) continue;
        const next = ny * coarseWidth + nx;
        if (cells[next] === 0 || seen[next] !== 0) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return members;
}

function boxOf({ coarseWidth, cell, width, height }: Plane, members: readonly number[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const at of members) {
    const x = at % coarseWidth;
    const y = Math.floor(at / coarseWidth);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
  }
  return {
    left: left * cell,
    top: top * cell,
    right: Math.min(width, right * cell),
    bottom: Math.min(height, bottom * cell),
  };
}
