import { dab, dabRect, pressedSize, StrokePath, type Brush, type PenPoint } from './dabs';
import { withoutHoles } from './flood';
import { heightOf, intersect, outset, unite, widthOf, wholeOf, type Rect, type Size } from './geometry';
import { History, swapPaint, type Hint, type Layer, type Step } from './history';
import { feathered, grown, shrunk } from './morphology';
import { PAINTED, Plane, type TileRuns } from './plane';
import { findRegions, regionCells, type Region } from './regions';
import { combine, type Combine, type Patch } from './shapes';
import { Transaction } from './transaction';

/** How to tell whoever shows the mask that a part of it changed. */
export type Changed = (rect: Rect) => void;

/** What is kept of a mask between visits. */
export interface SavedMask {
  readonly width: number;
  readonly height: number;
  readonly mask: readonly TileRuns[];
  readonly protect: readonly TileRuns[];
  readonly frame: Rect | null;
  readonly hints: readonly Hint[];
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

/** A stroke under way: of the brush, or of patches that a hand passes over. */
interface Stroke {
  readonly layer: Layer;
  readonly transaction: Transaction;
  readonly label: string;
  readonly paint:
    { readonly path: StrokePath; readonly brush: Brush; readonly erase: boolean } | { readonly how: Combine };
}

/**
 * The mask of a picture, the pixels that must not be copied from (protected), the context frame, and one history
 * over all of it. Knows nothing of windows and canvases.
 */
export class MaskDocument {
  readonly size: Size;
  readonly mask: Plane;
  readonly history = new History();
  protect: Plane | null = null;
  /** Where the context frame was dragged to; null leaves it to the context's choice. */
  frame: Rect | null = null;
  hints: readonly Hint[] = [];
  private readonly changed: Changed;
  private stroke: Stroke | null = null;
  private count = 0;
  private readonly session = Math.random().toString(36).slice(2, 8);

  constructor(size: Size, changed: Changed = () => undefined) {
    this.size = { width: size.width, height: size.height };
    this.mask = new Plane(size);
    this.changed = changed;
  }

  plane(layer: Layer): Plane {
    if (layer === 'mask') return this.mask;
    this.protect ??= new Plane(this.size);
    return this.protect;
  }

  get painting(): boolean {
    return this.stroke !== null;
  }

  beginStroke(layer: Layer, brush: Brush, erase: boolean, at: PenPoint): void {
    this.cancelStroke();
    const paint = { path: new StrokePath(brush.size), brush, erase };
    const transaction = new Transaction(this.plane(layer));
    this.stroke = { layer, transaction, label: strokeLabel(layer, erase), paint };
    this.strokeTo(at);
  }

  strokeTo(point: PenPoint): void {
    const { paint, transaction } = this.stroke ?? {};
    if (!paint || !transaction || !('path' in paint)) return;
    let touched: Rect | null = null;
    for (const at of paint.path.to(point)) {
      const size = pressedSize(paint.brush.size, at.pressure);
      transaction.keep(dabRect(at, size));
      const brush = { size, hardness: paint.brush.hardness };
      touched = unite(touched, dab(transaction.plane, at, brush, paint.erase));
    }
    if (touched) this.changed(touched);
  }

  /** Begin a stroke of patches; all of them are one step. */
  beginPatches(layer: Layer, how: Combine, label: string): void {
    this.cancelStroke();
    this.stroke = { layer, transaction: new Transaction(this.plane(layer)), label, paint: { how } };
  }

  addPatch(patch: Patch): void {
    const { paint, transaction } = this.stroke ?? {};
    if (!paint || !transaction || !('how' in paint)) return;
    transaction.keep(patch.rect);
    combine(transaction.plane, patch, paint.how);
    this.changed(patch.rect);
  }

  /** The stroke becomes one step. */
  endStroke(): void {
    const { stroke } = this;
    if (!stroke) return;
    this.stroke = null;
    this.commit(stroke.layer, stroke.transaction, stroke.label);
  }

  /** The stroke never was. */
  cancelStroke(): void {
    for (const rect of this.stroke?.transaction.rollBack() ?? []) this.changed(rect);
    this.stroke = null;
  }

  /** Put patches in or take them out, as one step. */
  combine(layer: Layer, patches: readonly Patch[], how: Combine, label: string): void {
    const plane = this.plane(layer);
    const transaction = new Transaction(plane);
    for (const patch of patches) {
      transaction.keep(patch.rect);
      combine(plane, patch, how);
      this.changed(patch.rect);
    }
    this.commit(layer, transaction, label);
  }

  /** Replace all of a layer, as one step. `hints`: smart select's, which come back with undo. */
  replace(layer: Layer, values: Uint8Array, label: string, hints?: readonly Hint[]): void {
    const plane = this.plane(layer);
    const transaction = new Transaction(plane);
    transaction.keep(plane.whole);
    plane.copyIn(plane.whole, values);
    this.changed(plane.whole);
    this.commit(layer, transaction, label, hints);
  }

  grow(layer: Layer, by: number): void {
    this.rework(layer, by + 1, `Grow ${by} px`, (values, size) => grown(values, size, by, PAINTED));
  }

  shrink(layer: Layer, by: number): void {
    this.rework(layer, 1, `Shrink ${by} px`, (values, size) => shrunk(values, size, by, PAINTED));
  }

  feather(layer: Layer, radius: number): void {
    this.rework(layer, Math.ceil(radius * 1.5) + 2, `Feather ${radius} px`, (values, size) =>
      feathered(values, size, radius),
    );
  }

  fillHoles(layer: Layer): void {
    this.rework(layer, 0, 'Fill holes', (values, size) => withoutHoles(values, size, PAINTED));
  }

  invert(layer: Layer): void {
    const values = this.plane(layer).values.slice();
    for (let index = 0; index < values.length; index += 1) values[index] = 255 - (values[index] as number);
    this.replace(layer, values, 'Invert');
  }

  clear(layer: Layer): void {
    this.rework(layer, 0, 'Clear', (values) => new Uint8Array(values.length));
  }

  /** Move all of a layer; what leaves the picture is gone. */
  nudge(layer: Layer, dx: number, dy: number): void {
    const plane = this.plane(layer);
    const from = plane.bounds();
    if (!from) return;
    const transaction = new Transaction(plane);
    const area = intersect(outset(from, Math.max(Math.abs(dx), Math.abs(dy))), plane.whole);
    transaction.keep(area);
    const values = plane.copyOut(from);
    plane.copyIn(from, new Uint8Array(values.length));
    const shifted = {
      left: from.left + dx,
      top: from.top + dy,
      right: from.right + dx,
      bottom: from.bottom + dy,
    };
    combine(plane, { rect: shifted, values }, 'add');
    this.changed(area);
    this.commit(layer, transaction, 'Nudge');
  }

  /** Keep only one region of the mask, or take one out. */
  pickRegion(region: Region, how: 'keep' | 'remove'): void {
    const cells = regionCells(this.mask, region.seed);
    const { cell, coarseWidth } = this.mask;
    this.rework('mask', 0, how === 'keep' ? 'Keep one region' : 'Remove a region', (values, size, at) => {
      const out = values.slice();
      for (let y = 0; y < size.height; y += 1) {
        const row = Math.floor((at.top + y) / cell) * coarseWidth;
        for (let x = 0; x < size.width; x += 1) {
          const inside = cells[row + Math.floor((at.left + x) / cell)] === 1;
          if (inside === (how === 'remove')) out[y * size.width + x] = 0;
        }
      }
      return out;
    });
  }

  setFrame(frame: Rect | null): void {
    this.history.push({ kind: 'frame', id: this.nextId(), label: 'Move the frame', frame: this.frame });
    this.frame = frame;
  }

  /** Another take was put in use: `before` is what undo puts back. */
  tookTake(before: number, label: string): void {
    this.history.push({ kind: 'take', id: this.nextId(), label, take: before });
  }

  /** Take the last step back. `current`: number of the take in use. The step tells what else has to be done. */
  undo(current: number): Step | null {
    this.cancelStroke();
    return this.history.undo((step) => this.swap(step, current));
  }

  redo(current: number): Step | null {
    this.cancelStroke();
    return this.history.redo((step) => this.swap(step, current));
  }

  /** Share of the picture that is painted, 0 to 1, and the pieces it is in. */
  figures(): { covers: number; regions: Region[] } {
    const covers = this.mask.count() / (this.size.width * this.size.height);
    return { covers, regions: findRegions(this.mask) };
  }

  save(): SavedMask {
    return {
      ...this.size,
      mask: this.mask.allRuns(),
      protect: this.protect?.allRuns() ?? [],
      frame: this.frame,
      hints: this.hints,
      undo: [...this.history.undoSteps],
      redo: [...this.history.redoSteps],
    };
  }

  /** Put back what was saved. False if it is of another size. */
  load(saved: SavedMask): boolean {
    if (saved.width !== this.size.width || saved.height !== this.size.height) return false;
    for (const runs of saved.mask) this.mask.putRuns(runs);
    for (const runs of saved.protect) this.plane('protect').putRuns(runs);
    this.frame = saved.frame;
    this.hints = saved.hints;
    this.history.restore(saved.undo, saved.redo);
    this.changed(wholeOf(this.size));
    return true;
  }

  private rework(
    layer: Layer,
    margin: number,
    label: string,
    make: (values: Uint8Array, size: Size, at: Rect) => Uint8Array,
  ): void {
    const plane = this.plane(layer);
    const bounds = plane.bounds();
    if (!bounds) return;
    const rect = intersect(outset(bounds, margin), plane.whole);
    const transaction = new Transaction(plane);
    transaction.keep(rect);
    plane.copyIn(rect, make(plane.copyOut(rect), { width: widthOf(rect), height: heightOf(rect) }, rect));
    this.changed(rect);
    this.commit(layer, transaction, label);
  }

  private commit(layer: Layer, transaction: Transaction, label: string, hints?: readonly Hint[]): void {
    const tiles = transaction.patches();
    const before = this.hints;
    this.hints = hints ?? [];
    if (tiles.length === 0 && !hints) return;
    this.history.push({
      kind: 'paint',
      id: this.nextId(),
      label,
      layer,
      tiles,
      ...((hints !== undefined || before.length > 0) && { hints: before }),
    });
  }

  private swap(step: Step, current: number): Step {
    const id = this.nextId();
    if (step.kind === 'take') return { ...step, id, take: current };
    if (step.kind === 'frame') {
      const frame = this.frame;
      this.frame = step.frame;
      return { ...step, id, frame };
    }
    const swapped = swapPaint(step, this.plane(step.layer), id, this.hints);
    if (step.hints) this.hints = step.hints;
    for (const rect of swapped.rects) this.changed(rect);
    return swapped.step;
  }

  private nextId(): string {
    this.count += 1;
    return `${this.session}-${this.count}`;
  }
}

function strokeLabel(layer: Layer, erase: boolean): string {
  if (layer === 'protect') return erase ? 'Unprotect' : 'Protect';
  return erase ? 'Erase' : 'Stroke';
}
