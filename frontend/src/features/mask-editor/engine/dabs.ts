import { clamp, distance, intersect, isEmpty, type Point, type Rect } from './geometry';
import type { Plane } from './plane';

export const LEAST_SIZE = 1;
export const MOST_SIZE = 500;
/** A pen that is hardly pressed still paints this share of the size. */
const LEAST_PRESSURE = 0.05;

/** A round brush: `size` is the diameter in pixels of the picture, `hardness` 0 to 100. */
export interface Brush {
  readonly size: number;
  readonly hardness: number;
}

/** A point of a stroke; `pressure` 0 to 1. */
export interface PenPoint extends Point {
  readonly pressure: number;
}

export const pressedSize = (size: number, pressure: number) =>
  Math.max(LEAST_SIZE, size * clamp(pressure, LEAST_PRESSURE, 1));

/** Pixels that a dab can change. */
export function dabRect({ x, y }: Point, size: number): Rect {
  const reach = size / 2 + 1;
  return {
    left: Math.floor(x - reach),
    top: Math.floor(y - reach),
    right: Math.ceil(x + reach) + 1,
    bottom: Math.ceil(y + reach) + 1,
  };
}

/**
 * One dab of the brush. Painting takes the higher value and erasing the lower, so that a stroke over itself is no
 * stronger than once. The border is one pixel soft at full hardness; below it, softness reaches inwards.
 */
export function dab(plane: Plane, at: Point, { size, hardness }: Brush, erase: boolean): Rect {
  const rect = intersect(dabRect(at, size), plane.whole);
  if (isEmpty(rect)) return rect;
  const { values, width } = plane;
  const radius = size / 2;
  const core = radius * (hardness / 100);
  const solid = Math.max(0, Math.min(core, radius - 0.5));
  const fade = Math.max(1, radius + 0.5 - solid);
  const far = (radius + 0.5) ** 2;
  const near = solid ** 2;
  // Pixel centres lie at halves.
  const cx = at.x - 0.5;
  const cy = at.y - 0.5;
  const softer = hardness < 100;
  for (let y = rect.top; y < rect.bottom; y += 1) {
    const dy2 = (y - cy) ** 2;
    if (dy2 >= far) continue;
    const half = Math.sqrt(far - dy2);
    const start = Math.max(rect.left, Math.ceil(cx - half));
    const end = Math.min(rect.right, Math.floor(cx + half) + 1);
    const row = y * width;
    for (let x = start; x < end; x += 1) {
      const d2 = (x - cx) ** 2 + dy2;
      let value = 255;
      if (d2 > near) {
        const t = clamp(1 - (Math.sqrt(d2) - solid) / fade, 0, 1);
        value = Math.round(255 * (softer ? t * t * (3 - 2 * t) : t));
      }
      const index = row + x;
      const old = values[index] as number;
      if (erase) {
        if (old > 255 - value) values[index] = 255 - value;
      } else if (old < value) values[index] = value;
    }
  }
  plane.wrote(rect);
  return rect;
}

/** Places the dabs of a stroke evenly along its way, at most a quarter of the radius apart. */
export class StrokePath {
  private last: PenPoint | null = null;
  /** Pixels from the last point to the next dab. */
  private ahead = 0;
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** The dabs up to a new point of the stroke. */
  to(point: PenPoint): PenPoint[] {
    const from = this.last;
    this.last = point;
    if (!from) {
      this.ahead = this.gapAt(point.pressure);
      return [point];
    }
    const length = distance(from, point);
    const dabs: PenPoint[] = [];
    let walked = this.ahead;
    while (walked <= length) {
      const share = length === 0 ? 1 : walked / length;
      const pressure = from.pressure + (point.pressure - from.pressure) * share;
      dabs.push({
        x: from.x + (point.x - from.x) * share,
        y: from.y + (point.y - from.y) * share,
        pressure,
      });
      walked += this.gapAt(pressure);
    }
    this.ahead = walked - length;
    return dabs;
  }

  private gapAt(pressure: number): number {
    return spacing(pressedSize(this.size, pressure));
  }
}

/** Pixels between two dabs. */
export const spacing = (size: number) => Math.max(0.5, size / 2 / 4);
