import { AreaGesture } from './area';
import { MaskDocument, type SavedMask } from './document';
import { wandPatch, type Pixels } from './flood';
import { FrameTool, type FrameKind } from './frame';
import { intersect, rectBetween, wholeOf, type Point, type Rect } from './geometry';
import { gripAt, GRIP_CURSORS, type FrameMark, type Grip, type HandleScene } from './handles';
import type { Hint, Layer } from './history';
import { PointerInput, type Hands, type Press } from './input';
import { pixelsOf, type Bitmap } from './pictures';
import { greyPng } from './png';
import type { Region } from './regions';
import { activeBrush, steppedSize, withBrush, type Tool, type ToolSettings } from './settings';
import { laidOn, SmartSelect } from './smart';
import type { Placed } from './stage';
import { firstState, type EngineOptions, type EngineState } from './state';
import { cellAt, cellPatch, CELLS_SIDE, findCells, type Cells } from './superpixels';
import { toPicture, toScreen } from './view';
import { Viewport, type CompareMode } from './Viewport';
import { doneWords } from './words';

export type { CompareMode, EngineState };

const FIGURES_MS = 60;
const CELL_PX = 22;
const CLOSE_PX = 10;
const ARROW_PX = 12;
/** How near a grip has to be hit, in CSS pixels. */
const REACH = { mouse: 9, pen: 12, touch: 22 } as const;
const AREA_NAMES = { box: 'Box', ellipse: 'Ellipse', lasso: 'Lasso', polygon: 'Polygon' } as const;

/** The mask editor without its panels: a window on a picture in which a mask is painted. */
export class MaskEngine {
  readonly document: MaskDocument;
  private readonly options: EngineOptions;
  private readonly viewport: Viewport;
  private readonly input: PointerInput;
  private readonly smart: SmartSelect;
  private readonly frame: FrameTool;
  private readonly listeners = new Set<() => void>();
  private state: EngineState;
  private onFrame: (frame: Rect) => void = () => undefined;
  private area: AreaGesture | null = null;
  private smartFrom: { readonly at: Point; readonly add: boolean } | null = null;
  private strokeEnd: Point | null = null;
  private cursor: { readonly at: Point; readonly byKey: boolean } | null = null;
  private lastCell = -1;
  private pixels: Pixels | null = null;
  private cells: Cells | null = null;
  private spaceHeld = false;
  private figuresTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EngineOptions) {
    const { host, picture, settings, selectRegion } = options;
    this.options = options;
    this.document = new MaskDocument(picture, (rect) => this.viewport.redraw({ overlay: rect }));
    this.smart = new SmartSelect(this.document, selectRegion);
    this.frame = new FrameTool(this.document.size);
    this.viewport = new Viewport(host, picture, {
      scene: () => this.scene(),
      planes: () => (this.maskVisible ? this.document : null),
      look: () => this.state.settings.look,
      onView: (view) => this.tell({ view }),
    });
    this.state = firstState(settings, this.viewport.view);
    this.input = new PointerInput(host, this.hands());
    this.viewport.measure();
    this.showCursor();
  }

  getState = (): EngineState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  remove(): void {
    this.smart.finish();
    this.input.remove();
    this.viewport.remove();
    clearTimeout(this.figuresTimer);
    this.listeners.clear();
  }

  configure(change: Partial<ToolSettings>): void {
    const settings = { ...this.state.settings, ...change };
    if (change.tool && change.tool !== this.state.settings.tool) this.dropShape();
    this.tell({ settings });
    this.showCursor();
    this.viewport.redraw({ handles: 'all', ...(change.look && { overlay: 'all' }) });
    if (settings.tool === 'cells') void this.findCells();
  }

  setBrush(change: { size?: number; hardness?: number }): void {
    this.tell({ settings: withBrush(this.state.settings, change) });
    this.viewport.redraw({ handles: 'all' });
  }

  stepBrush(steps: number): void {
    this.setBrush({ size: steppedSize(activeBrush(this.state.settings).size, steps) });
  }

  /** While Space is held, every tool moves the picture. */
  setSpaceHeld(held: boolean): void {
    this.spaceHeld = held;
    this.showCursor();
    this.viewport.redraw({ handles: 'all' });
  }

  showMask(shown: boolean): void {
    this.tell({ maskShown: shown });
    this.viewport.redraw({ overlay: 'all' });
  }

  /** Work on a whole layer, as one step. */
  modify(how: 'grow' | 'shrink' | 'feather' | 'fill' | 'invert' | 'clear'): void {
    const { layer, by } = this.state.settings;
    this.smart.finish();
    const run = {
      grow: () => this.document.grow(layer, by),
      shrink: () => this.document.shrink(layer, by),
      feather: () => this.document.feather(layer, by),
      fill: () => this.document.fillHoles(layer),
      invert: () => this.document.invert(layer),
      clear: () => this.document.clear(layer),
    };
    run[how]();
    this.changed();
  }

  /** Lay what was found by words on the mask, or take it out of it. `values`: of the picture's size. */
  layFound(values: Uint8Array): void {
    const { layer, subtract } = this.state.settings;
    this.smart.finish();
    const laid = laidOn(this.document.plane(layer).values, values, subtract);
    this.document.replace(layer, laid, 'Select by words');
    this.changed();
  }

  pickRegion(region: Region, how: 'keep' | 'remove'): void {
    this.document.pickRegion(region, how);
    this.changed();
  }

  nudge(dx: number, dy: number): void {
    this.document.nudge(this.state.settings.layer, dx, dy);
    this.changed();
  }

  undo = (): void => {
    if (this.area) this.dropCorner();
    else this.went(this.document.undo(this.options.currentTake()));
  };

  redo = (): void => this.went(this.document.redo(this.options.currentTake()));

  /** Another take was put in use; `before` is what undo puts back. */
  tookTake(before: number, label: string): void {
    this.document.tookTake(before, label);
    this.changed();
  }

  /** Put back a mask with its history as it was saved. */
  load(saved: SavedMask): void {
    this.document.load(saved);
    this.changed();
    this.refreshFigures();
  }

  /** Painted values as a grey PNG; null where nothing is painted. */
  async exportPng(layer: Layer): Promise<Blob | null> {
    const plane = layer === 'mask' ? this.document.mask : this.document.protect;
    if (!plane?.bounds()) return null;
    return greyPng(plane.values, plane);
  }

  get bitmap(): Bitmap {
    return this.viewport.picture;
  }

  /** Another picture of the same size takes the place of the one under the mask. */
  setPicture(picture: Bitmap): void {
    if (picture === this.bitmap) return;
    this.pixels = null;
    this.cells = null;
    this.smart.finish();
    this.viewport.setPicture(picture);
  }

  /** The frame that is drawn: a context frame where the server would cut, or an extension's. Null hides it. */
  showFrame(kind: FrameKind | null, planned: Rect | null, onFrame: (frame: Rect) => void = () => undefined) {
    if (kind !== this.frame.kind) this.viewport.redraw({ overlay: 'all' });
    [this.frame.kind, this.frame.planned, this.onFrame] = [kind, planned, onFrame];
    if (kind === 'extend' && planned && !this.viewport.sees(planned)) this.viewport.show(planned);
    this.viewport.redraw({ handles: 'all' });
  }

  resetFrame(): void {
    if (!this.document.frame) return;
    this.document.setFrame(null);
    this.changed();
  }

  setFrame(frame: Rect): void {
    this.document.setFrame(intersect(frame, wholeOf(this.document.size)));
    this.changed();
  }

  /** Show a candidate against the picture; null shows the picture alone. */
  showAfter(after: Placed | null, mode: CompareMode, at: number): void {
    this.viewport.showAfter(after, mode, at);
    this.showCursor();
  }

  /** The picture as it was, for as long as a key is held. */
  holdOriginal = (held: boolean): void => {
    this.viewport.holdOriginal(held);
    if (held !== this.state.original) this.tell({ original: held });
  };
  fit = (): void => this.viewport.fit();
  show = (rect: Rect): void => this.viewport.show(rect);
  fullSize = (): void => this.viewport.zoomTo(1, this.keyCursor());
  zoomStep = (direction: 1 | -1): void => this.viewport.zoomStep(direction, this.keyCursor());

  /** Arrow keys: the cursor goes a step of the window; `fine` a pixel of the picture. */
  moveCursor(dx: number, dy: number, fine: boolean): void {
    const step = fine ? 1 : Math.max(1, Math.round(ARROW_PX / this.viewport.view.scale));
    const { width, height } = this.document.size;
    const from = this.cursor?.at ?? { x: width / 2, y: height / 2 };
    const at = {
      x: Math.min(width, Math.max(0, from.x + dx * step)),
      y: Math.min(height, Math.max(0, from.y + dy * step)),
    };
    this.cursor = { at, byKey: true };
    this.area?.moveTo(at, false);
    this.viewport.follow(at);
    this.viewport.redraw({ handles: 'all' });
  }

  /** What a press at the cursor would do. `line` draws from the end of the last stroke. */
  pressKey(line: boolean): void {
    const { width, height } = this.document.size;
    const at = this.cursor?.at ?? { x: width / 2, y: height / 2 };
    this.cursor = { at, byKey: true };
    const { tool, subtract } = this.state.settings;
    if (tool === 'box' || tool === 'ellipse') {
      if (this.area) this.finishShape();
      else this.area = new AreaGesture(tool, at, subtract);
    } else if (tool === 'lasso' || tool === 'polygon') this.corner(at, subtract);
    else {
      const plain = {
        pressure: 1,
        eraser: false,
        shift: line,
        ctrl: false,
        alt: false,
        kind: 'mouse',
      } as const;
      this.use({ ...toScreen(this.viewport.view, at), ...plain }, at);
      this.release();
    }
    this.viewport.redraw({ handles: 'all' });
    this.tell({ drawing: this.area !== null });
  }

  /** Close an open shape. False if there is none. */
  closeShape(): boolean {
    if (!this.area) return false;
    this.finishShape();
    return true;
  }

  /** Drop what is half drawn. False if there is nothing. */
  dropShape(): boolean {
    const had = this.area !== null || this.document.painting;
    this.document.cancelStroke();
    this.area = null;
    this.smart.finish();
    this.tell({ drawing: false });
    this.viewport.redraw({ handles: 'all' });
    return had;
  }

  private hands(): Hands {
    return {
      press: (press) => this.press(press),
      drag: (presses) => this.drag(presses),
      release: () => this.release(),
      abandon: () => this.abandon(),
      hover: (press) => this.hover(press),
      pan: (dx, dy) => this.viewport.pan(dx, dy),
      pinch: (before, after) => this.viewport.pinch(before, after),
      zoom: (at, factor) => this.viewport.zoomTo(this.viewport.view.scale * factor, at),
      reshape: (dx, dy) => {
        const { size, hardness } = activeBrush(this.state.settings);
        this.setBrush({ size: size + dx / this.viewport.view.scale, hardness: hardness - dy / 2 });
      },
      resize: (steps) => this.stepBrush(steps),
      tap: (fingers) => (fingers === 2 ? this.undo() : this.redo()),
      doublePress: () => {
        if (this.area?.tool === 'polygon') this.finishShape();
      },
      wantsPan: () => this.spaceHeld || this.tool === 'pan' || this.viewport.comparing,
    };
  }

  private get tool(): Tool {
    return this.state.settings.tool;
  }

  private get paints(): boolean {
    return this.tool === 'brush' || this.tool === 'erase';
  }

  private get maskVisible(): boolean {
    return this.state.maskShown && !this.viewport.bare && this.frame.kind !== 'extend';
  }

  private keyCursor(): Point | undefined {
    return this.cursor?.byKey ? toScreen(this.viewport.view, this.cursor.at) : undefined;
  }

  private frameMark(): FrameMark | null {
    return this.viewport.bare ? null : this.frame.mark(this.document.frame);
  }

  private press(press: Press): void {
    if (this.frame.take(this.viewport.view, this.frameMark(), press, REACH[press.kind])) return;
    const at = toPicture(this.viewport.view, press);
    this.cursor = { at, byKey: false };
    this.use(press, at);
    this.viewport.redraw({ handles: 'all' });
  }

  /** The tool at a point of the picture. */
  private use(press: Press, at: Point): void {
    const { tool } = this;
    const subtract = this.state.settings.subtract !== press.ctrl;
    switch (tool) {
      case 'brush':
      case 'erase':
        this.startStroke(press, at, (tool === 'erase' || press.eraser) !== press.ctrl);
        break;
      case 'box':
      case 'ellipse':
      case 'lasso':
        this.area = new AreaGesture(tool, at, subtract);
        break;
      case 'polygon':
        this.corner(at, subtract);
        break;
      case 'wand':
        this.wand(at, subtract);
        break;
      case 'cells':
        this.startCells(at, subtract);
        break;
      case 'smart':
        this.smartFrom = { at, add: !press.ctrl };
        break;
      case 'zoom':
        this.viewport.zoomStep(press.alt ? -1 : 1, press);
        break;
      case 'pan':
        break;
    }
  }

  private startStroke(press: Press, at: Point, erase: boolean): void {
    const { settings } = this.state;
    const brush = press.eraser ? settings.eraser : activeBrush(settings);
    const pressure = settings.pressure ? press.pressure : 1;
    const from = press.shift && this.strokeEnd ? this.strokeEnd : at;
    this.smart.finish();
    this.document.beginStroke(settings.layer, brush, erase, { ...from, pressure });
    if (from !== at) this.document.strokeTo({ ...at, pressure });
    this.strokeEnd = at;
  }

  private drag(presses: readonly Press[]): void {
    const last = presses.at(-1);
    if (!last) return;
    const at = toPicture(this.viewport.view, last);
    this.cursor = { at, byKey: false };
    if (this.frame.dragging) this.frame.dragTo(at);
    else if (this.document.painting && this.tool === 'cells') this.paintCells(presses);
    else if (this.document.painting) {
      this.paintStroke(presses);
      this.strokeEnd = at;
      this.viewport.redraw({ handles: 'cursor' });
      return;
    } else if (this.area) {
      for (const press of presses) this.area.moveTo(toPicture(this.viewport.view, press), press.shift);
    }
    this.viewport.redraw({ handles: 'all' });
  }

  private paintStroke(presses: readonly Press[]): void {
    const { pressure } = this.state.settings;
    for (const press of presses) {
      const at = toPicture(this.viewport.view, press);
      this.document.strokeTo({ ...at, pressure: pressure ? press.pressure : 1 });
    }
  }

  private release(): void {
    if (this.frame.dragging) this.dropFrame();
    else if (this.document.painting) {
      this.document.endStroke();
      this.changed();
    } else if (this.area && this.area.tool !== 'polygon') this.finishShape();
    else if (this.smartFrom) this.finishSmart();
  }

  private abandon(): void {
    this.frame.drop();
    this.smartFrom = null;
    this.document.cancelStroke();
    if (this.area?.tool !== 'polygon') this.area = null;
    this.viewport.redraw({ handles: 'all' });
  }

  private hover(press: Press | null): void {
    if (press) {
      const at = toPicture(this.viewport.view, press);
      this.cursor = { at, byKey: false };
      this.area?.moveTo(at, press.shift);
      const mark = this.frameMark();
      this.showCursor(mark && gripAt(this.viewport.view, mark, press, REACH.mouse));
    } else if (!this.cursor?.byKey) this.cursor = null;
    this.viewport.redraw({ handles: this.area ? 'all' : 'cursor' });
  }

  private corner(at: Point, subtract: boolean): void {
    if (!this.area) {
      this.area = new AreaGesture('polygon', at, subtract);
      this.tell({ drawing: true });
    } else if (this.area.addCorner(at, CLOSE_PX / this.viewport.view.scale)) this.finishShape();
  }

  private dropCorner(): void {
    if (!this.area?.dropCorner()) this.dropShape();
    this.viewport.redraw({ handles: 'all' });
  }

  private finishShape(): void {
    const { area } = this;
    this.area = null;
    this.tell({ drawing: false });
    const patch = area?.patch(this.document.size);
    if (area && patch) {
      const { layer } = this.state.settings;
      this.smart.finish();
      this.document.combine(layer, [patch], area.subtracts ? 'subtract' : 'add', AREA_NAMES[area.tool]);
      this.changed();
    }
    this.viewport.redraw({ handles: 'all' });
  }

  private wand(at: Point, subtract: boolean): void {
    this.pixels ??= pixelsOf(this.bitmap);
    const { layer, tolerance, everywhere } = this.state.settings;
    const patch = wandPatch(this.pixels, at, tolerance, everywhere);
    if (!patch) return;
    this.smart.finish();
    this.document.combine(layer, [patch], subtract ? 'subtract' : 'add', 'Wand');
    this.changed();
  }

  private startCells(at: Point, subtract: boolean): void {
    if (!this.cells) {
      void this.findCells();
      return;
    }
    this.smart.finish();
    this.lastCell = -1;
    this.document.beginPatches(this.state.settings.layer, subtract ? 'subtract' : 'add', 'Cells');
    this.paintCell(this.cells, at);
  }

  private paintCells(presses: readonly Press[]): void {
    if (!this.cells) return;
    for (const press of presses) this.paintCell(this.cells, toPicture(this.viewport.view, press));
  }

  private paintCell(cells: Cells, at: Point): void {
    const cell = cellAt(cells, at);
    if (cell < 0 || cell === this.lastCell) return;
    this.lastCell = cell;
    const patch = cellPatch(cells, at, this.document.size);
    if (patch) this.document.addPatch(patch);
  }

  private async findCells(): Promise<void> {
    if (this.cells || this.state.busy === 'cells') return;
    this.tell({ busy: 'cells' });
    // Let the window say so before the work blocks it.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const scale = Math.min(1, CELLS_SIDE / Math.max(this.bitmap.width, this.bitmap.height));
    this.cells = findCells(pixelsOf(this.bitmap, scale), CELL_PX, scale);
    this.tell({ busy: null });
  }

  private finishSmart(): void {
    const from = this.smartFrom;
    this.smartFrom = null;
    if (!from) return;
    const box = rectBetween(from.at, this.cursor?.at ?? from.at);
    const least = 8 / this.viewport.view.scale;
    const isBox = box.right - box.left > least && box.bottom - box.top > least;
    const hint: Hint = { ...from.at, add: from.add };
    void this.askSmart(isBox ? null : hint, isBox ? intersect(box, wholeOf(this.document.size)) : null);
  }

  private async askSmart(hint: Hint | null, box: Rect | null): Promise<void> {
    const { layer, subtract } = this.state.settings;
    this.tell({ busy: 'selecting', problem: null });
    try {
      await this.smart.refine(layer, hint, box, subtract);
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) this.tell({ problem: cause });
    }
    // A newer hint took the place of this one: its own answer will come.
    if (this.smart.waiting) return;
    this.tell({ busy: null });
    this.changed();
  }

  private dropFrame(): void {
    const frame = this.frame.drop();
    if (frame && this.frame.kind === 'context') {
      this.document.setFrame(frame);
      this.changed();
    }
    if (frame) this.onFrame(frame);
    this.viewport.redraw({ handles: 'all' });
  }

  private scene(): HandleScene {
    const { settings } = this.state;
    const quiet = this.viewport.comparing || this.frame.dragging || this.spaceHeld;
    const cursor = quiet || !(this.paints || this.cursor?.byKey) ? null : this.cursor;
    const smartBox = this.smartFrom && new AreaGesture('box', this.smartFrom.at, settings.subtract);
    if (smartBox && this.cursor) smartBox.moveTo(this.cursor.at, false);
    return {
      cursor: cursor && {
        at: cursor.at,
        size: this.paints ? activeBrush(settings).size : 0,
        cross: cursor.byKey,
      },
      shape: (this.area ?? smartBox)?.mark ?? null,
      frame: this.frameMark(),
      hints: this.viewport.bare ? [] : this.document.hints,
      picture: this.document.size,
    };
  }

  private showCursor(grip: Grip | null = null): void {
    const pans = this.spaceHeld || this.tool === 'pan' || this.viewport.comparing;
    const tool = this.paints ? 'none' : this.tool === 'zoom' ? 'zoom-in' : 'crosshair';
    this.options.host.style.cursor = grip ? GRIP_CURSORS[grip] : pans ? 'grab' : tool;
  }

  private went(step: ReturnType<MaskDocument['undo']>): void {
    if (step?.kind === 'take') this.options.onTake(step.take);
    this.changed();
  }

  /** Something that can be undone happened. */
  private changed(): void {
    const { undoSteps, redoSteps } = this.document.history;
    this.viewport.redraw({ handles: 'all' });
    this.tell({
      undoLabel: undoSteps.at(-1)?.label ?? null,
      redoLabel: redoSteps.at(-1)?.label ?? null,
      // What was painted on another take is not on this one.
      done: doneWords(
        undoSteps.slice(undoSteps.findLastIndex(({ kind }) => kind === 'take') + 1).map(({ label }) => label),
      ),
      frame: this.document.frame,
      edition: this.state.edition + 1,
    });
    clearTimeout(this.figuresTimer);
    this.figuresTimer = setTimeout(() => this.refreshFigures(), FIGURES_MS);
  }

  private refreshFigures(): void {
    const { covers, regions } = this.document.figures();
    this.tell({ covers, regions, protects: this.document.protect?.empty === false });
  }

  private tell(change: Partial<EngineState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
