import { intersect, movedInside, unite, wholeOf, type Point, type Rect, type Size } from './geometry';
import { draggedFrame, gripAt, type FrameMark, type Grip } from './handles';
import { toPicture, type View } from './view';

/** What the frame means: what is sent, or how far the picture is to be extended. */
export type FrameKind = 'context' | 'extend';

const LEAST_FRAME = 64;
const MOST_MARGIN = 2048;

/** The frame on the picture, and the hand that drags it. */
export class FrameTool {
  kind: FrameKind | null = null;
  /** Where it is as long as nobody dragged it. */
  planned: Rect | null = null;
  private held: { readonly grip: Grip; readonly from: Point; readonly rect: Rect } | null = null;
  private dragged: Rect | null = null;
  private readonly picture: Size;

  constructor(picture: Size) {
    this.picture = picture;
  }

  get dragging(): boolean {
    return this.held !== null;
  }

  /** What is drawn. `own`: where the context frame was dragged to before. */
  mark(own: Rect | null): FrameMark | null {
    if (!this.kind) return null;
    const rect = this.dragged ?? (this.kind === 'context' ? own : null) ?? this.planned;
    if (!rect) return null;
    const size = `${rect.right - rect.left} × ${rect.bottom - rect.top}`;
    const words = this.kind === 'context' ? 'Context sent to the model' : 'Extended to';
    return { rect, label: `${words}, ${size}`, dims: this.kind === 'context' };
  }

  /** Take hold of a grip at a point of the window. False where there is none. */
  take(view: View, mark: FrameMark | null, at: Point, reach: number): boolean {
    const grip = mark && gripAt(view, mark, at, reach);
    if (!grip) return false;
    this.held = { grip, from: toPicture(view, at), rect: mark.rect };
    return true;
  }

  dragTo(at: Point): void {
    if (!this.held) return;
    const { grip, from, rect } = this.held;
    const moved = draggedFrame(rect, grip, Math.round(at.x - from.x), Math.round(at.y - from.y), LEAST_FRAME);
    this.dragged = this.allowed(moved, grip);
  }

  /** Let go; where the frame was dragged to, null if it did not move. */
  drop(): Rect | null {
    const { dragged } = this;
    this.held = null;
    this.dragged = null;
    return dragged;
  }

  private allowed(rect: Rect, grip: Grip): Rect {
    const whole = wholeOf(this.picture);
    if (this.kind === 'extend') {
      const [right, bottom] = [whole.right + MOST_MARGIN, whole.bottom + MOST_MARGIN];
      return intersect(unite(whole, rect), { left: -MOST_MARGIN, top: -MOST_MARGIN, right, bottom });
    }
    return grip === 'move' ? movedInside(rect, whole) : intersect(rect, whole);
  }
}
