import type { Rect } from './geometry';
import type { Plane, TileRuns } from './plane';

export type Layer = 'mask' | 'protect';

/** A point of smart select: what belongs to the thing (`add`) and what does not. */
export interface Hint {
  readonly x: number;
  readonly y: number;
  readonly add: boolean;
}

interface StepBase {
  readonly id: string;
  /** What was done, as in "Undo stroke". */
  readonly label: string;
}

/** Painted pixels: what the touched tiles held on the other side of the step. */
export interface PaintStep extends StepBase {
  readonly kind: 'paint';
  readonly layer: Layer;
  readonly tiles: readonly TileRuns[];
  /** Smart select's hints on the other side of the step. */
  readonly hints?: readonly Hint[];
}

/** Another take was put in use. `take` is the one on the other side of the step. */
export interface TakeStep extends StepBase {
  readonly kind: 'take';
  readonly take: number;
}

/** The context frame was dragged. */
export interface FrameStep extends StepBase {
  readonly kind: 'frame';
  readonly frame: Rect | null;
}

export type Step = PaintStep | TakeStep | FrameStep;

/** Bytes of steps that are kept. */
export const MOST_BYTES = 64 * 1024 * 1024;
const STEP_BYTES = 96;
const TILE_BYTES = 24;

/** What a step costs in memory, about. */
export function stepBytes(step: Step): number {
  if (step.kind !== 'paint') return STEP_BYTES;
  return step.tiles.reduce((sum, { runs }) => sum + runs.length + TILE_BYTES, STEP_BYTES);
}

/** Puts the other side of a paint step in place; the step that takes that back, and what changed. */
export function swapPaint(
  step: PaintStep,
  plane: Plane,
  id: string,
  hints: readonly Hint[],
): {
  step: PaintStep;
  rects: Rect[];
} {
  const tiles = step.tiles.map(({ tile }) => plane.tileRuns(tile));
  const rects = step.tiles.map((runs) => plane.putRuns(runs));
  return { step: { ...step, id, tiles, ...(step.hints && { hints }) }, rects };
}

/** What was done and what was taken back, oldest first. The oldest steps go when it is more than its bytes. */
export class History {
  private undone: Step[] = [];
  private done: Step[] = [];
  private bytes = 0;
  private readonly most: number;

  constructor(most = MOST_BYTES) {
    this.most = most;
  }

  get undoSteps(): readonly Step[] {
    return this.done;
  }

  get redoSteps(): readonly Step[] {
    return this.undone;
  }

  get size(): number {
    return this.bytes;
  }

  /** Add what was just done; what had been taken back is gone. */
  push(step: Step): void {
    for (const gone of this.undone) this.bytes -= stepBytes(gone);
    this.undone = [];
    this.done.push(step);
    this.bytes += stepBytes(step);
    this.trim();
  }

  /** The step to take back; `swapped` is told what takes that back in turn. */
  undo(swap: (step: Step) => Step): Step | null {
    return this.move(this.done, this.undone, swap);
  }

  redo(swap: (step: Step) => Step): Step | null {
    return this.move(this.undone, this.done, swap);
  }

  /** Both lists as they were saved. */
  restore(done: readonly Step[], undone: readonly Step[]): void {
    this.done = [...done];
    this.undone = [...undone];
    this.bytes = [...done, ...undone].reduce((sum, step) => sum + stepBytes(step), 0);
    this.trim();
  }

  private move(from: Step[], to: Step[], swap: (step: Step) => Step): Step | null {
    const step = from.pop();
    if (!step) return null;
    const swapped = swap(step);
    to.push(swapped);
    this.bytes += stepBytes(swapped) - stepBytes(step);
    return step;
  }

  private trim(): void {
    while (this.bytes > this.most && this.done.length > 1) {
      const oldest = this.done.shift();
      if (oldest) this.bytes -= stepBytes(oldest);
    }
  }
}
