import { flood, type Pixels } from './flood';
import { clamp, type Point, type Size } from './geometry';
import type { Patch } from './shapes';

/** A picture cut into cells of like colour, at a smaller size: `scale` of the picture's. */
export interface Cells extends Size {
  readonly labels: Int32Array;
  readonly scale: number;
}

/** Longest side at which cells are found: a fifth of a second, and borders within two pixels at 2048. */
export const CELLS_SIDE = 960;
const ROUNDS = 5;
/** How much a pixel's place counts against its colour. */
const COMPACTNESS = 12;

/**
 * Cells of a picture of about `across` pixels, by k-means over place and colour around every seed (SLIC:
 * Achanta and others, 2012). `scale` is how much smaller the pixels are than the picture they stand for.
 */
export function findCells({ width, height, data }: Pixels, across: number, scale: number): Cells {
  const columns = Math.max(1, Math.round(width / across));
  const rows = Math.max(1, Math.round(height / across));
  const count = columns * rows;
  // Five figures for each centre: x, y, and the colour's three.
  const centres = new Float64Array(count * 5);
  const colours = opponentColours(data, width * height);
  for (let index = 0; index < count; index += 1) {
    const x = Math.min(width - 1, Math.floor((((index % columns) + 0.5) * width) / columns));
    const y = Math.min(height - 1, Math.floor(((Math.floor(index / columns) + 0.5) * height) / rows));
    const at = (y * width + x) * 3;
    centres.set([x, y, ...colours.subarray(at, at + 3)], index * 5);
  }
  const labels = new Int32Array(width * height);
  const nearest = new Float32Array(width * height);
  for (let round = 0; round < ROUNDS; round += 1) {
    nearest.fill(Infinity);
    for (let index = 0; index < count; index += 1) {
      claim(index, centres, colours, labels, nearest, width, height, across);
    }
    recentre(centres, colours, labels, width);
  }
  return { width, height, labels, scale };
}

/** Brightness and two differences of colour, which lie closer to what is seen than red, green and blue. */
function opponentColours(data: Pixels['data'], count: number): Float32Array {
  const colours = new Float32Array(count * 3);
  for (let index = 0; index < count; index += 1) {
    const r = data[index * 4] as number;
    const g = data[index * 4 + 1] as number;
    const b = data[index * 4 + 2] as number;
    const light = 0.299 * r + 0.587 * g + 0.114 * b;
    colours[index * 3] = light;
    colours[index * 3 + 1] = (r - light) * 0.9;
    colours[index * 3 + 2] = (b - light) * 0.7;
  }
  return colours;
}

function claim(
  index: number,
  centres: Float64Array,
  colours: Float32Array,
  labels: Int32Array,
  nearest: Float32Array,
  width: number,
  height: number,
  across: number,
): void {
  const at = index * 5;
  const cx = centres[at] as number;
  const cy = centres[at + 1] as number;
  const c0 = centres[at + 2] as number;
  const c1 = centres[at + 3] as number;
  const c2 = centres[at + 4] as number;
  const weight = (COMPACTNESS / across) ** 2;
  const right = Math.min(width - 1, Math.floor(cx + across));
  const bottom = Math.min(height - 1, Math.floor(cy + across));
  for (let y = Math.max(0, Math.ceil(cy - across)); y <= bottom; y += 1) {
    const dy = (y - cy) ** 2;
    for (let x = Math.max(0, Math.ceil(cx - across)); x <= right; x += 1) {
      const pixel = y * width + x;
      const colour = pixel * 3;
      const far =
        ((colours[colour] as number) - c0) ** 2 +
        ((colours[colour + 1] as number) - c1) ** 2 +
        ((colours[colour + 2] as number) - c2) ** 2 +
        ((x - cx) ** 2 + dy) * weight;
      if (far < (nearest[pixel] as number)) {
        nearest[pixel] = far;
        labels[pixel] = index;
      }
    }
  }
}

function recentre(centres: Float64Array, colours: Float32Array, labels: Int32Array, width: number): void {
  const sums = new Float64Array(centres.length);
  const counts = new Uint32Array(centres.length / 5);
  for (let pixel = 0; pixel < labels.length; pixel += 1) {
    const label = labels[pixel] as number;
    const at = label * 5;
    counts[label] = (counts[label] as number) + 1;
    sums[at] = (sums[at] as number) + (pixel % width);
    sums[at + 1] = (sums[at + 1] as number) + Math.floor(pixel / width);
    for (let part = 0; part < 3; part += 1) {
      sums[at + 2 + part] = (sums[at + 2 + part] as number) + (colours[pixel * 3 + part] as number);
    }
  }
  for (let label = 0; label < counts.length; label += 1) {
    const count = counts[label] as number;
    if (count === 0) continue;
    for (let part = 0; part < 5; part += 1) {
      centres[label * 5 + part] = (sums[label * 5 + part] as number) / count;
    }
  }
}

/** The label of the cell at a point of the picture; -1 outside. */
export function cellAt(cells: Cells, point: Point): number {
  const x = Math.floor(point.x * cells.scale);
  const y = Math.floor(point.y * cells.scale);
  if (x < 0 || y < 0 || x >= cells.width || y >= cells.height) return -1;
  return cells.labels[y * cells.width + x] as number;
}

/** The piece of a cell at a point, at the picture's size, a little larger so that neighbours leave no gap. */
export function cellPatch(cells: Cells, point: Point, picture: Size): Patch | null {
  const label = cellAt(cells, point);
  if (label < 0) return null;
  const from = { x: Math.floor(point.x * cells.scale), y: Math.floor(point.y * cells.scale) };
  const found = new Uint8Array(cells.width * cells.height);
  const small = flood(found, cells, from, (index) => cells.labels[index] === label);
  const inside = (x: number, y: number) =>
    x < 0 || y < 0 || x >= cells.width || y >= cells.height
      ? (found[clamp(y, 0, cells.height - 1) * cells.width + clamp(x, 0, cells.width - 1)] as number) / 255
      : (found[y * cells.width + x] as number) / 255;
  const rect = {
    left: Math.max(0, Math.floor((small.left - 1) / cells.scale)),
    top: Math.max(0, Math.floor((small.top - 1) / cells.scale)),
    right: Math.min(picture.width, Math.ceil((small.right + 1) / cells.scale)),
    bottom: Math.min(picture.height, Math.ceil((small.bottom + 1) / cells.scale)),
  };
  const across = rect.right - rect.left;
  const values = new Uint8Array(across * (rect.bottom - rect.top));
  for (let y = rect.top; y < rect.bottom; y += 1) {
    const v = (y + 0.5) * cells.scale - 0.5;
    const y0 = Math.floor(v);
    for (let x = rect.left; x < rect.right; x += 1) {
      const u = (x + 0.5) * cells.scale - 0.5;
      const x0 = Math.floor(u);
      const upper = inside(x0, y0) * (1 - u + x0) + inside(x0 + 1, y0) * (u - x0);
      const lower = inside(x0, y0 + 1) * (1 - u + x0) + inside(x0 + 1, y0 + 1) * (u - x0);
      const share = upper * (1 - v + y0) + lower * (v - y0);
      values[(y - rect.top) * across + x - rect.left] = Math.round(255 * clamp((share - 0.15) * 4, 0, 1));
    }
  }
  return { rect, values };
}
