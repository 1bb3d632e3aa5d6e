import { clamp, type Point, type Rect, type Size } from './geometry';

/** How the picture lies in the window: `screen = picture * scale + offset`, in CSS pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const LEAST_SCALE = 0.02;
export const MOST_SCALE = 32;

export const toScreen = (view: View, { x, y }: Point): Point => ({
  x: x * view.scale + view.x,
  y: y * view.scale + view.y,
});

export const toPicture = (view: View, { x, y }: Point): Point => ({
  x: (x - view.x) / view.scale,
  y: (y - view.y) / view.scale,
});

/** All of the picture in the middle of the window, with a margin in CSS pixels. */
export function fitted(picture: Size, window: Size, margin = 32): View {
  const room = (side: number) => Math.max(16, side - 2 * Math.min(margin, side / 8));
  const scale = clamp(
    Math.min(room(window.width) / picture.width, room(window.height) / picture.height),
    LEAST_SCALE,
    MOST_SCALE,
  );
  return centred(picture, window, scale);
}

/** All of a part of the picture, or of what lies around it, in the middle of the window. */
export function fittedTo({ left, top, right, bottom }: Rect, window: Size): View {
  const view = fitted({ width: right - left, height: bottom - top }, window);
  return panned(view, -left * view.scale, -top * view.scale);
}

/** The middle of the picture in the middle of the window. */
export function centred(picture: Size, window: Size, scale: number): View {
  return {
    scale,
    x: (window.width - picture.width * scale) / 2,
    y: (window.height - picture.height * scale) / 2,
  };
}

/** Another scale, with the point of the picture that is under `at` kept there. */
export function zoomedAt(view: View, at: Point, scale: number): View {
  const next = clamp(scale, LEAST_SCALE, MOST_SCALE);
  const ratio = next / view.scale;
  return { scale: next, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export const panned = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** Moved back so that a piece of the picture stays in the window. */
export function keptInSight(view: View, picture: Size, window: Size, least = 48): View {
  return {
    scale: view.scale,
    x: clamp(view.x, least - picture.width * view.scale, window.width - least),
    y: clamp(view.y, least - picture.height * view.scale, window.height - least),
  };
}

/** Two fingers that moved: the points of the picture under them stay under them. */
export function pinched(view: View, before: readonly [Point, Point], after: readonly [Point, Point]): View {
  const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const span = ([a, b]: readonly [Point, Point]) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const from = middle(before);
  const to = middle(after);
  return zoomedAt(panned(view, to.x - from.x, to.y - from.y), to, view.scale * (span(after) / span(before)));
}

/** The pixels of the window, in device pixels, that show a part of the picture. */
export function shownRect(view: View, part: Rect, density: number): Rect {
  const at = (value: number, offset: number) => (value * view.scale + offset) * density;
  return {
    left: Math.floor(at(part.left, view.x)),
    top: Math.floor(at(part.top, view.y)),
    right: Math.ceil(at(part.right, view.x)),
    bottom: Math.ceil(at(part.bottom, view.y)),
  };
}

const STEPS = [0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];

/** The next round scale up or down. */
export function nextScale(scale: number, direction: 1 | -1): number {
  const found =
    direction > 0 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99);
  return found ?? clamp(scale, LEAST_SCALE, MOST_SCALE);
}
