import { unite, wholeOf, type Point, type Rect } from './geometry';
import type { HandleScene } from './handles';
import type { OverlayLook } from './overlay';
import { differenceMap, type Bitmap } from './pictures';
import type { Plane } from './plane';
import { besideView, Stage, type Placed, type Showing } from './stage';
import {
  centred,
  fitted,
  fittedTo,
  keptInSight,
  nextScale,
  panned,
  pinched,
  toScreen,
  zoomedAt,
  type View,
} from './view';

/** How two pictures are shown against each other. */
export type CompareMode = 'single' | 'wipe' | 'beside' | 'difference';

/** What the viewport asks for when it paints. */
export interface Scenery {
  readonly scene: () => HandleScene;
  /** Null hides the mask. */
  readonly planes: () => { mask: Plane; protect: Plane | null } | null;
  readonly look: () => OverlayLook;
  readonly onView: (view: View) => void;
}

interface Dirty {
  picture: boolean;
  overlay: Rect | 'all' | null;
  handles: 'all' | 'cursor' | null;
}

const CLEAN: Dirty = { picture: false, overlay: null, handles: null };
const EDGE_PX = 24;

/** The window on the picture: where it lies, what is shown of it, and painting it once a frame. */
export class Viewport {
  view: View = { scale: 1, x: 0, y: 0 };
  picture: Bitmap;
  private readonly host: HTMLElement;
  private readonly scenery: Scenery;
  private readonly stage: Stage;
  private readonly observer: ResizeObserver;
  private after: Placed | null = null;
  private compare: { mode: CompareMode; at: number } = { mode: 'single', at: 0.5 };
  private difference: { readonly of: Bitmap; readonly map: Bitmap } | null = null;
  private original = false;
  private measured = false;
  private dirty: Dirty = { ...CLEAN };
  private frame = 0;

  constructor(host: HTMLElement, picture: Bitmap, scenery: Scenery) {
    this.host = host;
    this.picture = picture;
    this.scenery = scenery;
    this.stage = new Stage(host);
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(host);
  }

  remove(): void {
    this.observer.disconnect();
    this.stage.remove();
    cancelAnimationFrame(this.frame);
  }

  /** A candidate is looked at: nothing is painted meanwhile. */
  get comparing(): boolean {
    return this.after !== null;
  }

  /** Neither mask nor frame may hide what is looked at. */
  get bare(): boolean {
    return this.comparing || this.original;
  }

  setPicture(picture: Bitmap): void {
    this.picture = picture;
    this.difference = null;
    this.redraw({ picture: true });
  }

  /** Show a candidate against the picture; null shows the picture alone. */
  showAfter(after: Placed | null, mode: CompareMode, at: number): void {
    this.after = after;
    this.compare = { mode, at };
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
  }

  holdOriginal(held: boolean): void {
    if (this.original === held) return;
    this.original = held;
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
  }

  /** All of the picture in the window, or in each half of it while two are shown beside each other. */
  fit(): void {
    this.move(this.fittedView());
  }

  /** The view that shows all, an extended candidate's margins included. */
  private fittedView(): View {
    const { window } = this.stage;
    const reach = this.after ? unite(wholeOf(this.picture), placedRect(this.after)) : wholeOf(this.picture);
    if (!this.after || this.compare.mode !== 'beside') return fittedTo(reach, window);
    return besideView(fittedTo(reach, { ...window, width: window.width / 2 }), 1, window.width);
  }

  /** To a scale, around a point of the window or its middle. */
  zoomTo(scale: number, around?: Point): void {
    const { width, height } = this.stage.window;
    this.go(zoomedAt(this.view, around ?? { x: width / 2, y: height / 2 }, scale));
  }

  zoomStep(direction: 1 | -1, around?: Point): void {
    this.zoomTo(nextScale(this.view.scale, direction), around);
  }

  pan(dx: number, dy: number): void {
    this.go(panned(this.view, dx, dy));
  }

  pinch(before: readonly [Point, Point], after: readonly [Point, Point]): void {
    this.go(pinched(this.view, before, after));
  }

  /** Bring a part of the picture into the window, or what lies around it. */
  show(rect: Rect): void {
    const size = { width: rect.right - rect.left, height: rect.bottom - rect.top };
    const { scale } = fitted(size, this.stage.window, 80);
    const view = centred(size, this.stage.window, Math.min(scale, 2));
    this.go(panned(view, -rect.left * view.scale, -rect.top * view.scale));
  }

  /** Is all of a rectangle of the picture in the window. */
  sees(rect: Rect): boolean {
    const from = toScreen(this.view, { x: rect.left, y: rect.top });
    const to = toScreen(this.view, { x: rect.right, y: rect.bottom });
    const { width, height } = this.stage.window;
    return from.x >= 0 && from.y >= 0 && to.x <= width && to.y <= height;
  }

  /** Move just so far that a point of the picture can be seen. */
  follow(point: Point): void {
    const { x, y } = toScreen(this.view, point);
    const { width, height } = this.stage.window;
    const missing = (at: number, side: number) =>
      at < EDGE_PX ? EDGE_PX - at : at > side - EDGE_PX ? side - EDGE_PX - at : 0;
    const [dx, dy] = [missing(x, width), missing(y, height)];
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  /** Paint again before the next frame: what is named, once however often it is asked. */
  redraw(what: { picture?: true; overlay?: Rect | 'all'; handles?: 'all' | 'cursor' }): void {
    const { dirty } = this;
    dirty.picture ||= what.picture ?? false;
    if (what.overlay === 'all') dirty.overlay = 'all';
    else if (what.overlay && dirty.overlay !== 'all') dirty.overlay = unite(dirty.overlay, what.overlay);
    if (what.handles && dirty.handles !== 'all') dirty.handles = what.handles;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** Take the window's size; a picture that was fitted stays so. */
  measure(): void {
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth === 0 || clientHeight === 0) return;
    const wasFitted = !this.measured || same(this.view, this.fittedView());
    this.stage.resize({ width: clientWidth, height: clientHeight }, window.devicePixelRatio);
    this.measured = true;
    if (wasFitted) this.view = this.fittedView();
    this.scenery.onView(this.view);
    this.dirty = { picture: true, overlay: 'all', handles: 'all' };
    this.paint();
  }

  private go(view: View): void {
    this.move(keptInSight(view, this.picture, this.stage.window));
  }

  private move(view: View): void {
    this.view = view;
    this.redraw({ picture: true, overlay: 'all', handles: 'all' });
    this.scenery.onView(view);
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { picture, overlay, handles } = this.dirty;
    this.dirty = { ...CLEAN };
    if (picture) this.stage.drawPicture(this.view, this.showing());
    if (overlay) {
      const part = overlay === 'all' ? undefined : overlay;
      this.stage.drawOverlay(this.view, this.scenery.planes(), this.scenery.look(), part);
    }
    if (handles) this.stage.drawHandles(this.view, this.scenery.scene(), handles === 'cursor');
  }

  private showing(): Showing {
    const before: Placed = { bitmap: this.picture, x: 0, y: 0 };
    const { after } = this;
    if (!after || this.original) return { kind: 'single', picture: before };
    const { mode, at } = this.compare;
    if (mode === 'wipe') return { kind: 'wipe', before, after, at };
    if (mode === 'beside') return { kind: 'beside', before, after };
    if (mode === 'single') return { kind: 'single', picture: after };
    if (this.difference?.of !== after.bitmap) {
      this.difference = { of: after.bitmap, map: differenceMap(this.picture, after) };
    }
    return { kind: 'single', picture: { ...before, bitmap: this.difference.map } };
  }
}

const placedRect = ({ bitmap, x, y }: Placed): Rect => ({
  left: x,
  top: y,
  right: x + bitmap.width,
  bottom: y + bitmap.height,
});

const same = (a: View, b: View) =>
  Math.abs(a.scale - b.scale) < 1e-6 && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
