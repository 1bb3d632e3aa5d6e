/** A point, in whatever space the caller says. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of whole pixels, right and bottom exclusive. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const widthOf = (rect: Rect) => rect.right - rect.left;
export const heightOf = (rect: Rect) => rect.bottom - rect.top;
export const isEmpty = (rect: Rect) => rect.right <= rect.left || rect.bottom <= rect.top;
export const wholeOf = ({ width, height }: Size): Rect => ({ left: 0, top: 0, right: width, bottom: height });

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

export function intersect(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The smallest rectangle around both; an empty one counts for nothing. */
export function unite(a: Rect | null, b: Rect): Rect {
  if (a === null || isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Wider on every side by `by` pixels, not cut. */
export function outset(rect: Rect, by: number): Rect {
  return { left: rect.left - by, top: rect.top - by, right: rect.right + by, bottom: rect.bottom + by };
}

/** The whole pixels that a rectangle between two opposite corners touches. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    left: Math.floor(Math.min(a.x, b.x)),
    top: Math.floor(Math.min(a.y, b.y)),
    right: Math.ceil(Math.max(a.x, b.x)),
    bottom: Math.ceil(Math.max(a.y, b.y)),
  };
}

/** The whole pixels around a list of points. */
export function boundsOf(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}

export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** The corners of an ellipse's polygon, close enough that no edge shows at its size. */
export function ellipsePoints(rect: Rect): Point[] {
  const rx = widthOf(rect) / 2;
  const ry = heightOf(rect) / 2;
  const count = clamp(Math.ceil(Math.max(rx, ry) * 1.6), 24, 720);
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    return { x: rect.left + rx + Math.cos(angle) * rx, y: rect.top + ry + Math.sin(angle) * ry };
  });
}

/** The second corner moved so that the shape is as wide as it is high. */
export function squared(from: Point, to: Point): Point {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return {
    x: from.x + side * Math.sign(to.x - from.x || 1),
    y: from.y + side * Math.sign(to.y - from.y || 1),
  };
}

/** Moved so that it lies inside the limit, not made smaller unless it has to be. */
export function movedInside(rect: Rect, limit: Rect): Rect {
  const width = Math.min(widthOf(rect), widthOf(limit));
  const height = Math.min(heightOf(rect), heightOf(limit));
  const left = clamp(rect.left, limit.left, limit.right - width);
  const top = clamp(rect.top, limit.top, limit.bottom - height);
  return { left, top, right: left + width, bottom: top + height };
}
