import type { Rect } from './geometry';
import type { Plane } from './plane';
import { PAINTED } from './plane';
import type { View } from './view';

export const OVERLAY_COLOURS = {
  cyan: [39, 234, 234],
  magenta: [255, 64, 220],
  red: [255, 60, 60],
  white: [255, 255, 255],
} as const satisfies Record<string, readonly [number, number, number]>;

export type OverlayColour = keyof typeof OVERLAY_COLOURS;
export type OverlayPattern = 'hatch' | 'tint';

/** How the mask is shown over the picture. */
export interface OverlayLook {
  readonly colour: OverlayColour;
  readonly pattern: OverlayPattern;
}

const PROTECT_COLOUR = [110, 205, 146] as const;
const PERIOD = 9;
const STRIPE = 3;
const OUTLINE = 2;
const TINT_ALPHA = 0.5;
const GROUND_ALPHA = 0.16;
const STRIPE_ALPHA = 0.85;

interface Ink {
  /** The colour without its alpha, as the bytes lie in memory. */
  readonly colour: number;
  readonly hatched: boolean;
  /** Direction of the stripes. */
  readonly rising: boolean;
}

const packed = ([r, g, b]: readonly [number, number, number]) => (b << 16) | (g << 8) | r;

/**
 * The mask as it is seen in a part of the window: an outline of two CSS pixels, inside it stripes or a tint.
 * `rect` is in device pixels; `out` has its pixels as RGBA, one number each, and is written all over.
 */
export function paintOverlay(
  out: Uint32Array,
  rect: Rect,
  view: View,
  density: number,
  planes: { mask: Plane; protect: Plane | null },
  look: OverlayLook,
): void {
  out.fill(0);
  if (planes.protect) {
    paintPlane(out, rect, view, density, planes.protect, {
      colour: packed(PROTECT_COLOUR),
      hatched: true,
      rising: false,
    });
  }
  paintPlane(out, rect, view, density, planes.mask, {
    colour: packed(OVERLAY_COLOURS[look.colour]),
    hatched: look.pattern === 'hatch',
    rising: true,
  });
}

function paintPlane(out: Uint32Array, rect: Rect, view: View, density: number, plane: Plane, ink: Ink): void {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  const edge = Math.max(1, Math.round(OUTLINE * density));
  const wide = width + 2 * edge;
  const shown = sampled(rect, edge, view, density, plane);
  const period = Math.round(PERIOD * density);
  const stripe = STRIPE * density;
  const originX = Math.round(view.x * density);
  const originY = Math.round(view.y * density);
  for (let y = 0; y < height; y += 1) {
    const row = (y + edge) * wide + edge;
    const sy = rect.top + y - originY;
    for (let x = 0; x < width; x += 1) {
      const at = row + x;
      const value = shown[at] as number;
      if (value === 0) continue;
      let alpha: number;
      if (
        value >= PAINTED &&
        ((shown[at - edge] as number) < PAINTED ||
          (shown[at + edge] as number) < PAINTED ||
          (shown[at - edge * wide] as number) < PAINTED ||
          (shown[at + edge * wide] as number) < PAINTED)
      ) {
        alpha = 1;
      } else if (ink.hatched) {
        const sx = rect.left + x - originX;
        const along = ink.rising ? sx + sy : sx - sy;
        const phase = ((along % period) + period) % period;
        alpha = phase < stripe ? STRIPE_ALPHA : GROUND_ALPHA;
      } else alpha = TINT_ALPHA;
      // Alpha is the highest byte; the shift to unsigned keeps it positive.
      out[y * width + x] = ((Math.round(alpha * value) << 24) | ink.colour) >>> 0;
    }
  }
}

/** The mask's values under the device pixels of a rectangle and `edge` pixels around it. */
function sampled(rect: Rect, edge: number, view: View, density: number, plane: Plane): Uint8Array {
  const width = rect.right - rect.left + 2 * edge;
  const height = rect.bottom - rect.top + 2 * edge;
  const shown = new Uint8Array(width * height);
  const step = 1 / (density * view.scale);
  const columns = new Int32Array(width);
  for (let x = 0; x < width; x += 1) {
    columns[x] = Math.floor((rect.left - edge + x + 0.5) * step - view.x / view.scale);
  }
  let first = 0;
  while (first < width && (columns[first] as number) < 0) first += 1;
  let last = width;
  while (last > first && (columns[last - 1] as number) >= plane.width) last -= 1;
  for (let y = 0; y < height; y += 1) {
    const py = Math.floor((rect.top - edge + y + 0.5) * step - view.y / view.scale);
    if (py < 0 || py >= plane.height) continue;
    const from = py * plane.width;
    const to = y * width;
    for (let x = first; x < last; x += 1) {
      shown[to + x] = plane.values[from + (columns[x] as number)] as number;
    }
  }
  return shown;
}
