import { AreaGesture } from './area';
import { MaskDocument, type SavedMask } from './document';
import { wandPatch, type Pixels } from './flood';
import { intersect, movedInside, rectBetween, unite, wholeOf, type Point, type Rect } from './geometry';
import { draggedFrame, gripAt, GRIP_CURSORS, type FrameMark, type Grip, type HandleScene } from './handles';
import type { Hint, Layer } from './history';
import { PointerInput, type Hands, type Press } from './input';
import { differenceMap, pixelsOf, type Bitmap } from './pictures';
import { greyPng } from './png';
import type { Region } from './regions';
import { activeBrush, steppedSize, withBrush, type Tool, type ToolSettings } from './settings';
import type { Patch } from './shapes';
import { SmartSelect, type SelectRegion } from './smart';
import { besideView, Stage, type Placed, type Showing } from './stage';
import { cellAt, cellPatch, CELLS_SIDE, findCells, type Cells } from './superpixels';
import {
  centred,
  fitted,
  keptInSight,
  nextScale,
  panned,
  pinched,
  toPicture,
  toScreen,
  zoomedAt,
  type View,
} from './view';

/** How two pictures are shown against each other. */
export type CompareMode = 'single' | 'wipe' | 'beside' | 'difference';

/** What the context frame means: what is sent, or how far the picture is to be extended. */
export type FrameKind = 'context' | 'extend';

/** What React shows; a new object after every change. */
export interface EngineState {
  readonly settings: ToolSettings;
  readonly view: View;
  readonly covers: number;
  readonly regions: readonly Region[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** "3 strokes, 1 smart select". */
  readonly done: string;
  readonly busy: 'selecting' | 'cells' | null;
  readonly problem: unknown;
  /** Where the context frame was dragged to. */
  readonly frame: Rect | null;
  readonly maskShown: boolean;
  readonly painting: boolean;
  /** Corner by corner, a polygon is open. */
  readonly drawing: boolean;
  /** Goes up with every change of what would be sent. */
  readonly edition: number;
  readonly protects: boolean;
}

export interface EngineOptions {
  readonly host: HTMLElement;
  readonly picture: Bitmap;
  readonly settings: ToolSettings;
  readonly selectRegion: SelectRegion;
  /** Undo and redo came to a step that put another take in use. */
  readonly onTake: (take: number) => void;
  readonly currentTake: () => number;
}

const FIGURES_MS = 60;
const CELL_PX = 22;
const LEAST_FRAME = 64;
const MOST_MARGIN = 2048;
const CLOSE_PX = 10;
const ARROW_PX = 12;

/** The mask editor without its panels: a window on a picture in which a mask is painted. */
export class MaskEngine {
  readonly document: MaskDocument;
  private readonly options: EngineOptions;
  private readonly stage: Stage;
  private readonly input: PointerInput;
  private readonly smart: SmartSelect;
  private readonly listeners = new Set<() => void>();
  private readonly observer: ResizeObserver;
  private picture: Bitmap;
  private state: EngineState;
  private view: View = { scale: 1, x: 0, y: 0 };
  private fittedOnce = false;
  private area: AreaGesture | null = null;
  private anchored = false;
  private smartFrom: { readonly at: Point; readonly add: boolean } | null = null;
  private grip: { readonly grip: Grip; readonly from: Point; readonly frame: Rect } | null = null;
  private draggedTo: Rect | null = null;
  private plannedFrame: Rect | null = null;
  private frameKind: FrameKind | null = null;
  private onFrame: (frame: Rect) => void = () => undefined;
  private strokeEnd: Point | null = null;
  private cursor: { readonly at: Point; readonly byKey: boolean } | null = null;
  private lastCell = -1;
  private pixels: Pixels | null = null;
  private cells: Cells | null = null;
  private after: Placed | null = null;
  private compare: { mode: CompareMode; at: number } = { mode: 'single', at: 0.5 };
  private difference: { readonly of: Bitmap; readonly map: Bitmap } | null = null;
  private original = false;
  private heldTool: Tool | null = null;
  private spaceHeld = false;
  private frame = 0;
  private dirty: { picture: boolean; overlay: Rect | 'all' | null; handles: 'all' | 'cursor' | null } = {
    picture: false,
    overlay: null,
    handles: null,
  };
  private figuresTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EngineOptions) {
    this.options = options;
    this.picture = options.picture;
    this.document = new MaskDocument(options.picture, (rect) => this.redraw({ overlay: rect }));
    this.smart = new SmartSelect(this.document, options.selectRegion);
    this.stage = new Stage(options.host);
    this.input = new PointerInput(options.host, this.hands());
    this.state = {
      settings: options.settings,
      view: this.view,
      covers: 0,
      regions: [],
      undoLabel: null,
      redoLabel: null,
      done: '',
      busy: null,
      problem: null,
      frame: null,
      maskShown: true,
      painting: false,
      drawing: false,
      edition: 0,
      protects: false,
    };
    this.observer = new ResizeObserver(() => this.fitWindow());
    this.observer.observe(options.host);
    this.fitWindow();
  }

  getState = (): EngineState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  remove(): void {
    this.smart.finish();
    this.observer.disconnect();
    this.input.remove();
    this.stage.remove();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.figuresTimer);
    this.listeners.clear();
  }

  configure(change: Partial<ToolSettings>): void {
    const settings = { ...this.state.settings, ...change };
    if (change.tool && change.tool !== this.state.settings.tool) this.dropShape();
    this.tell({ settings });
    this.showCursor();
    if (change.look) this.redraw({ overlay: 'all' });
    if (settings.tool === 'cells') void this.ensureCells();
  }

  setBrush(change: { size?: number; hardness?: number }): void {
    this.tell({ settings: withBrush(this.state.settings, change) });
    this.redraw({ handles: 'all' });
  }

  stepBrush(steps: number): void {
    this.setBrush({ size: steppedSize(activeBrush(this.state.settings).size, steps) });
  }

  /** A tool for as long as a key is held; null goes back. */
  holdTool(tool: Tool | null): void {
    this.heldTool = tool;
    this.showCursor();
  }

  setSpaceHeld(held: boolean): void {
    this.spaceHeld = held;
    this.showCursor();
  }

  showMask(shown: boolean): void {
    this.tell({ maskShown: shown });
    this.redraw({ overlay: 'all' });
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

  pickRegion(region: Region, how: 'keep' | 'remove'): void {
    this.document.pickRegion(region, how);
    this.changed();
  }

  nudge(dx: number, dy: number): void {
    this.document.nudge(this.state.settings.layer, dx, dy);
    this.changed();
  }

  undo = (): void => {
    if (this.area) {
      this.dropCorner();
      return;
    }
    const step = this.document.undo(this.options.currentTake());
    if (step?.kind === 'take') this.options.onTake(step.take);
    this.changed();
  };

  redo = (): void => {
    const step = this.document.redo(this.options.currentTake());
    if (step?.kind === 'take') this.options.onTake(step.take);
    this.changed();
  };

  tookTake(before: number, label: string): void {
    this.document.tookTake(before, label);
    this.changed();
  }

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

  /** Another picture of the same size takes the place of the one under the mask. */
  setPicture(picture: Bitmap): void {
    if (picture === this.picture) return;
    this.picture = picture;
    this.pixels = null;
    this.cells = null;
    this.smart.finish();
    this.redraw({ picture: true });
  }

  get bitmap(): Bitmap {
    return this.picture;
  }

  /** The frame that is drawn: a context frame where the server would cut, or an extension's. Null hides it. */
  showFrame(kind: FrameKind | null, planned: Rect | null, onFrame: (frame: Rect) => void = () => undefined): void {
    [this.frameKind, this.plannedFrame, this.onFrame] = [kind, planned, onFrame];
    this.redraw({ handles: 'all' });
  }

  resetFrame(): void {
    if (!this.document.frame) return;
    this.document.setFrame(null);
    this.changed();
  }

  setFrame(frame: Rect): void {
    this.document.setFrame(intersect(frame, wholeOf(this.picture)));
    this.changed();
  }

  /** Show a candidate against the picture; null shows the picture alone. */
  showAfter(after: Placed | null, mode: CompareMode, at: number): void {
    this.after = after;
    this.compare = { mode, at };
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
  }

  /** The picture as it was, for as long as a key is held. */
  holdOriginal(held: boolean): void {
    if (this.original === held) return;
    this.original = held;
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
  }

  /** All of the picture in the window, or in each half of it while two are shown beside each other. */
  fit = (): void => {
    const { window } = this.stage;
    const beside = this.after !== null && this.compare.mode === 'beside';
    if (!beside) this.setView(fitted(this.picture, window), true);
    else this.setView(besideView(fitted(this.picture, { ...window, width: window.width / 2 }), 1, window.width), true);
  };
  fullSize = (): void => this.zoomTo(1);
  zoomStep = (direction: 1 | -1): void => this.zoomTo(nextScale(this.view.scale, direction));

  zoomTo(scale: number): void {
    const { width, height } = this.stage.window;
    const middle = this.cursor?.byKey ? toScreen(this.view, this.cursor.at) : { x: width / 2, y: height / 2 };
    this.setView(zoomedAt(this.view, middle, scale));
  }

  /** Bring a part of the picture into the window. */
  lookAt(rect: Rect): void {
    const size = { width: rect.right - rect.left, height: rect.bottom - rect.top };
    const { scale } = fitted(size, this.stage.window, 80);
    const view = centred(size, this.stage.window, Math.min(scale, 2));
    this.setView(panned(view, -rect.left * view.scale, -rect.top * view.scale));
  }

  /** Arrow keys: the cursor goes a step of the window; `fine` a pixel of the picture. */
  moveCursor(dx: number, dy: number, fine: boolean): void {
    const step = fine ? 1 : Math.max(1, Math.round(ARROW_PX / this.view.scale));
    const { width, height } = this.picture;
    const from = this.cursor?.at ?? { x: width / 2, y: height / 2 };
    const at = {
      x: Math.min(width, Math.max(0, from.x + dx * step)),
      y: Math.min(height, Math.max(0, from.y + dy * step)),
    };
    this.cursor = { at, byKey: true };
    this.area?.moveTo(at, false);
    this.scrollTo(at);
    this.redraw({ handles: 'all' });
  }

  /** What a press at the cursor would do. `line` draws from the end of the last stroke. */
  pressKey(line: boolean): void {
    const at = this.cursor?.at ?? { x: this.picture.width / 2, y: this.picture.height / 2 };
    this.cursor = { at, byKey: true };
    const { tool } = this.state.settings;
    if (tool === 'box' || tool === 'ellipse') {
      if (this.area) this.finishShape();
      else this.area = new AreaGesture(tool, at, this.state.settings.subtract);
    } else if (tool === 'lasso' || tool === 'polygon') this.corner(at, this.state.settings.subtract);
    else {
      const press = { ...toScreen(this.view, at), pressure: 1, eraser: false, shift: line, ctrl: false, alt: false };
      this.press({ ...press, kind: 'mouse' });
      this.release();
    }
    this.redraw({ handles: 'all' });
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
    this.anchored = false;
    this.smart.finish();
    this.tell({ drawing: false, painting: false });
    this.redraw({ handles: 'all' });
    return had;
  }

  private hands(): Hands {
    return {
      press: (press) => this.press(press),
      drag: (presses) => this.drag(presses),
      release: () => this.release(),
      abandon: () => this.abandon(),
      hover: (press) => this.hover(press),
      pan: (dx, dy) => this.setView(panned(this.view, dx, dy)),
      pinch: (before, after) => this.setView(pinched(this.view, before, after)),
      zoom: (at, factor) => this.setView(zoomedAt(this.view, at, this.view.scale * factor)),
      reshape: (dx, dy) => {
        const { size, hardness } = activeBrush(this.state.settings);
        this.setBrush({ size: size + dx / this.view.scale, hardness: hardness - dy / 2 });
      },
      resize: (steps) => this.stepBrush(steps),
      tap: (fingers) => (fingers === 2 ? this.undo() : this.redo()),
      doublePress: () => {
        if (this.area?.tool === 'polygon') this.finishShape();
      },
      wantsPan: () => this.spaceHeld || this.tool === 'pan' || this.comparing,
    };
  }

  private get tool(): Tool {
    return this.heldTool ?? this.state.settings.tool;
  }

  /** Nothing is painted while a candidate is looked at. */
  private get comparing(): boolean {
    return this.after !== null;
  }

  private press(press: Press): void {
    const at = toPicture(this.view, press);
    const reach = press.kind === 'touch' ? 22 : 9;
    const frame = this.frameMark();
    const grip = frame && gripAt(this.view, frame, press, reach);
    if (frame && grip) {
      this.grip = { grip, from: at, frame: frame.rect };
      return;
    }
    const { settings } = this.state;
    const subtract = settings.subtract !== press.ctrl;
    this.cursor = { at, byKey: this.cursor?.byKey === true && press.kind === 'mouse' };
    switch (this.tool) {
      case 'brush':
      case 'erase':
        this.startStroke(press, at, (this.tool === 'erase' || press.eraser) !== press.ctrl);
        break;
      case 'box':
      case 'ellipse':
      case 'lasso':
        this.area = new AreaGesture(this.tool, at, subtract);
        break;
      case 'polygon':
        this.corner(at, subtract);
        break;
      case 'wand':
        this.wand(at, subtract);
        break;
      case 'cells':
        this.lastCell = -1;
        this.paintCell(at, subtract);
        break;
      case 'smart':
        this.smartFrom = { at, add: !press.ctrl };
        break;
      case 'zoom':
        this.setView(zoomedAt(this.view, press, nextScale(this.view.scale, press.alt ? -1 : 1)));
        break;
      case 'pan':
        break;
    }
    this.redraw({ handles: 'all' });
  }

  private startStroke(press: Press, at: Point, erase: boolean): void {
    const { settings } = this.state;
    const brush = press.eraser ? settings.eraser : activeBrush(settings);
    const pressure = settings.pressure ? press.pressure : 1;
    this.smart.finish();
    if (press.shift && this.strokeEnd) {
      this.document.beginStroke(settings.layer, brush, erase, { ...this.strokeEnd, pressure });
      this.document.strokeTo({ ...at, pressure });
    } else this.document.beginStroke(settings.layer, brush, erase, { ...at, pressure });
    this.strokeEnd = at;
  }

  private drag(presses: readonly Press[]): void {
    const last = presses.at(-1);
    if (!last) return;
    const at = toPicture(this.view, last);
    this.cursor = { at, byKey: false };
    if (this.grip) this.dragFrame(at);
    else if (this.document.painting) {
      for (const press of presses) {
        const pressure = this.state.settings.pressure ? press.pressure : 1;
        this.document.strokeTo({ ...toPicture(this.view, press), pressure });
      }
      this.strokeEnd = at;
    } else if (this.area) {
      for (const press of presses) this.area.moveTo(toPicture(this.view, press), press.shift);
      this.redraw({ handles: 'all' });
    } else if (this.smartFrom) this.redraw({ handles: 'all' });
    else if (this.tool === 'cells') this.paintCell(at, this.state.settings.subtract !== last.ctrl);
    this.redraw({ handles: 'cursor' });
  }

  private release(): void {
    if (this.grip) this.dropFrame();
    else if (this.document.painting) {
      this.document.endStroke();
      this.changed();
    } else if (this.area && this.area.tool !== 'polygon' && !this.anchored) this.finishShape();
    else if (this.smartFrom) this.finishSmart();
    this.lastCell = -1;
  }

  private abandon(): void {
    this.grip = null;
    this.draggedTo = null;
    this.smartFrom = null;
    this.document.cancelStroke();
    if (this.area?.tool !== 'polygon') this.area = null;
    this.redraw({ handles: 'all' });
  }

  private hover(press: Press | null): void {
    if (!press) {
      if (this.cursor?.byKey) return;
      this.cursor = null;
      this.redraw({ handles: this.area ? 'all' : 'cursor' });
      return;
    }
    const at = toPicture(this.view, press);
    this.cursor = { at, byKey: false };
    if (this.area) this.area.moveTo(at, press.shift);
    this.redraw({ handles: this.area ? 'all' : 'cursor' });
    const frame = this.frameMark();
    const grip = frame && gripAt(this.view, frame, press, 9);
    this.showCursor(grip);
  }

  private corner(at: Point, subtract: boolean): void {
    if (!this.area) {
      this.area = new AreaGesture('polygon', at, subtract);
      this.tell({ drawing: true });
    } else if (this.area.addCorner(at, CLOSE_PX / this.view.scale)) this.finishShape();
  }

  private dropCorner(): void {
    if (!this.area?.dropCorner()) this.dropShape();
    this.redraw({ handles: 'all' });
  }

  private finishShape(): void {
    const area = this.area;
    this.area = null;
    this.tell({ drawing: false });
    const patch = area?.patch(this.picture);
    if (area && patch) {
      const names = { box: 'Box', ellipse: 'Ellipse', lasso: 'Lasso', polygon: 'Polygon' };
      this.combine([patch], area.subtracts, names[area.tool]);
    }
    this.redraw({ handles: 'all' });
  }

  private combine(patches: readonly Patch[], subtract: boolean, label: string): void {
    const { layer } = this.state.settings;
    this.smart.finish();
    this.document.combine(layer, patches, subtract ? 'subtract' : 'add', label);
    this.changed();
  }

  private wand(at: Point, subtract: boolean): void {
    this.pixels ??= pixelsOf(this.picture);
    const { tolerance, everywhere } = this.state.settings;
    const patch = wandPatch(this.pixels, at, tolerance, everywhere);
    if (patch) this.combine([patch], subtract, 'Wand');
  }

  private paintCell(at: Point, subtract: boolean): void {
    if (!this.cells) {
      void this.ensureCells();
      return;
    }
    const cell = cellAt(this.cells, at);
    if (cell < 0 || cell === this.lastCell) return;
    this.lastCell = cell;
    const patch = cellPatch(this.cells, at, this.picture);
    if (patch) this.combine([patch], subtract, 'Cell');
  }

  private async ensureCells(): Promise<void> {
    if (this.cells || this.state.busy === 'cells') return;
    this.tell({ busy: 'cells' });
    // Let the window say so before the work blocks it.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const scale = Math.min(1, CELLS_SIDE / Math.max(this.picture.width, this.picture.height));
    this.cells = findCells(pixelsOf(this.picture, scale), CELL_PX, scale);
    this.tell({ busy: null });
  }

  private finishSmart(): void {
    const from = this.smartFrom;
    this.smartFrom = null;
    if (!from) return;
    const box = rectBetween(from.at, this.cursor?.at ?? from.at);
    const isBox = (box.right - box.left) * this.view.scale > 8 && (box.bottom - box.top) * this.view.scale > 8;
    const { subtract } = this.state.settings;
    const hint = { ...from.at, add: from.add };
    void this.askSmart(isBox ? null : hint, isBox ? intersect(box, wholeOf(this.picture)) : null, subtract);
  }

  private async askSmart(hint: Hint | null, box: Rect | null, takeOut: boolean): Promise<void> {
    const { layer } = this.state.settings;
    this.tell({ busy: 'selecting', problem: null });
    try {
      await this.smart.refine(layer, hint, box, takeOut);
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) this.tell({ problem: cause });
    }
    this.tell({ busy: null });
    this.changed();
  }

  private dragFrame(at: Point): void {
    if (!this.grip) return;
    const { grip, from, frame } = this.grip;
    const moved = draggedFrame(frame, grip, Math.round(at.x - from.x), Math.round(at.y - from.y), LEAST_FRAME);
    this.draggedTo = this.allowedFrame(moved, grip);
    this.redraw({ handles: 'all' });
  }

  private allowedFrame(rect: Rect, grip: Grip): Rect {
    const whole = wholeOf(this.picture);
    if (this.frameKind === 'extend') {
      const far = { left: -MOST_MARGIN, top: -MOST_MARGIN, right: whole.right + MOST_MARGIN, bottom: whole.bottom + MOST_MARGIN };
      return intersect(unite(whole, rect), far);
    }
    return grip === 'move' ? movedInside(rect, whole) : intersect(rect, whole);
  }

  private dropFrame(): void {
    const frame = this.draggedTo;
    this.grip = null;
    this.draggedTo = null;
    if (frame && this.frameKind === 'context') {
      this.document.setFrame(frame);
      this.changed();
    }
    if (frame) this.onFrame(frame);
    this.redraw({ handles: 'all' });
  }

  private frameMark(): FrameMark | null {
    if (!this.frameKind || this.comparing || this.original) return null;
    const own = this.frameKind === 'context' ? this.document.frame : null;
    const rect = this.draggedTo ?? own ?? this.plannedFrame;
    if (!rect) return null;
    const size = `${rect.right - rect.left} × ${rect.bottom - rect.top}`;
    const words = this.frameKind === 'context' ? 'Context sent to the model' : 'Extended to';
    return { rect, label: `${words}, ${size}`, dims: this.frameKind === 'context' };
  }

  private scene(): HandleScene {
    const { settings } = this.state;
    const paints = this.tool === 'brush' || this.tool === 'erase';
    const quiet = this.comparing || this.grip !== null || this.spaceHeld;
    const cursor = this.cursor && !quiet && (paints || this.cursor.byKey) ? this.cursor : null;
    const smartBox = this.smartFrom && new AreaGesture('box', this.smartFrom.at, settings.subtract);
    if (smartBox && this.cursor) smartBox.moveTo(this.cursor.at, false);
    return {
      cursor: cursor && { at: cursor.at, size: paints ? activeBrush(settings).size : 0, cross: cursor.byKey },
      shape: (this.area ?? smartBox)?.mark ?? null,
      frame: this.frameMark(),
      hints: this.comparing ? [] : this.document.hints,
      picture: this.picture,
    };
  }

  private showCursor(grip: Grip | null = null): void {
    const { host } = this.options;
    const paints = this.tool === 'brush' || this.tool === 'erase';
    const free = this.spaceHeld || this.tool === 'pan' || this.comparing ? 'grab' : paints ? 'none' : 'crosshair';
    const zooms = this.tool === 'zoom' ? 'zoom-in' : free;
    host.style.cursor = grip ? GRIP_CURSORS[grip] : zooms;
  }

  private showing(): Showing {
    const before: Placed = { bitmap: this.picture, x: 0, y: 0 };
    const { after } = this;
    if (!after || this.original) return { kind: 'single', picture: before };
    const { mode, at } = this.compare;
    if (mode === 'wipe') return { kind: 'wipe', before, after, at };
    if (mode === 'beside') return { kind: 'beside', before, after };
    if (mode === 'difference') {
      if (this.difference?.of !== after.bitmap) {
        this.difference = { of: after.bitmap, map: differenceMap(this.picture, after.bitmap) };
      }
      return { kind: 'single', picture: { ...after, bitmap: this.difference.map } };
    }
    return { kind: 'single', picture: after };
  }

  private fitWindow(): void {
    const { clientWidth, clientHeight } = this.options.host;
    if (clientWidth === 0 || clientHeight === 0) return;
    const wasFitted = !this.fittedOnce || sameView(this.view, fitted(this.picture, this.stage.window));
    this.stage.resize({ width: clientWidth, height: clientHeight }, window.devicePixelRatio);
    this.fittedOnce = true;
    if (wasFitted) this.view = fitted(this.picture, this.stage.window);
    this.tell({ view: this.view });
    this.flush({ picture: true, overlay: 'all', handles: 'all' });
  }

  private setView(view: View, exact = false): void {
    this.view = exact ? view : keptInSight(view, this.picture, this.stage.window);
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
    this.tell({ view: this.view });
  }

  private scrollTo(at: Point): void {
    const { x, y } = toScreen(this.view, at);
    const { width, height } = this.stage.window;
    const margin = 24;
    const dx = x < margin ? margin - x : x > width - margin ? width - margin - x : 0;
    const dy = y < margin ? margin - y : y > height - margin ? height - margin - y : 0;
    if (dx !== 0 || dy !== 0) this.setView(panned(this.view, dx, dy));
  }

  /** Something that can be undone happened. */
  private changed(): void {
    const { undoSteps, redoSteps } = this.document.history;
    this.redraw({ handles: 'all' });
    this.tell({
      undoLabel: undoSteps.at(-1)?.label ?? null,
      redoLabel: redoSteps.at(-1)?.label ?? null,
      done: doneWords(undoSteps.map(({ label }) => label)),
      frame: this.document.frame,
      painting: false,
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

  private redraw(what: { picture?: true; overlay?: Rect | 'all'; handles?: 'all' | 'cursor' }): void {
    const { dirty } = this;
    dirty.picture ||= what.picture ?? false;
    if (what.overlay === 'all' || dirty.overlay === 'all') dirty.overlay = what.overlay ? 'all' : dirty.overlay;
    else if (what.overlay) dirty.overlay = unite(dirty.overlay, what.overlay);
    if (what.handles && dirty.handles !== 'all') dirty.handles = what.handles;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.flush(this.dirty));
  }

  private flush({ picture, overlay, handles }: MaskEngine['dirty']): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.dirty = { picture: false, overlay: null, handles: null };
    if (picture) this.stage.drawPicture(this.view, this.showing());
    if (overlay) {
      const shown = this.state.maskShown && !this.comparing && !this.original;
      const { mask, protect } = this.document;
      const planes = shown ? { mask, protect } : null;
      this.stage.drawOverlay(this.view, planes, this.state.settings.look, overlay === 'all' ? undefined : overlay);
    }
    if (handles) this.stage.drawHandles(this.view, this.scene(), handles === 'cursor');
  }
}

const sameView = (a: View, b: View) =>
  Math.abs(a.scale - b.scale) < 1e-6 && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;

/** "3 strokes, 1 smart select". */
export function doneWords(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) {
    const name = label.toLowerCase().replace(/ \d+ px$/u, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const words = [...counts].map(([name, count]) => `${count} ${name}${count > 1 && name === 'stroke' ? 's' : ''}`);
  return words.length > 3 ? `${labels.length} steps` : words.join(', ');
}
