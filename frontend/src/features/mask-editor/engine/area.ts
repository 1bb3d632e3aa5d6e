import { distance, ellipsePoints, rectBetween, squared, wholeOf, type Point, type Size } from './geometry';
import type { ShapeMark } from './handles';
import { polygonPatch, rectPatch, type Patch } from './shapes';

export type AreaTool = 'box' | 'ellipse' | 'lasso' | 'polygon';

/** A shape being drawn with a box, an ellipse, a lasso or corner by corner; in pixels of the picture. */
export class AreaGesture {
  readonly tool: AreaTool;
  readonly subtracts: boolean;
  private points: Point[];
  private loose: Point;

  constructor(tool: AreaTool, from: Point, subtracts: boolean) {
    this.tool = tool;
    this.subtracts = subtracts;
    this.points = [from];
    this.loose = from;
  }

  /** The hand moved; `even` makes boxes square and ellipses round. */
  moveTo(point: Point, even: boolean): void {
    const [from] = this.points;
    if (this.tool === 'lasso') this.points.push(point);
    this.loose =
      even && from && (this.tool === 'box' || this.tool === 'ellipse') ? squared(from, point) : point;
  }

  /** A polygon's next corner. True if it lies on the first, which closes it. */
  addCorner(point: Point, reach: number): boolean {
    const [first] = this.points;
    if (first && this.points.length >= 3 && distance(first, point) <= reach) return true;
    this.points.push(point);
    this.loose = point;
    return false;
  }

  /** Takes the last corner back. False if there is none left. */
  dropCorner(): boolean {
    this.points.pop();
    return this.points.length > 0;
  }

  get mark(): ShapeMark {
    return { points: this.outline(), closed: this.tool !== 'polygon', subtracts: this.subtracts };
  }

  /** What the shape covers of a picture; null where it covers nothing. */
  patch(picture: Size): Patch | null {
    const limit = wholeOf(picture);
    const [from] = this.points;
    if (this.tool === 'box' && from) return rectPatch(rectBetween(from, this.loose), limit);
    return polygonPatch(this.tool === 'polygon' ? this.points : this.outline(), limit);
  }

  private outline(): Point[] {
    const [from] = this.points;
    if (!from) return [];
    if (this.tool === 'lasso') return this.points;
    if (this.tool === 'polygon') return [...this.points, this.loose];
    const { left, top, right, bottom } = rectBetween(from, this.loose);
    if (this.tool === 'ellipse') return ellipsePoints({ left, top, right, bottom });
    return [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
  }
}
