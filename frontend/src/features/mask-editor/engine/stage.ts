import { clamp, intersect, isEmpty, outset, unite, wholeOf, type Rect, type Size } from './geometry';
import { cursorRect, drawScene, type HandleScene } from './handles';
import { paintOverlay, type OverlayLook } from './overlay';
import { fittingImage, type Bitmap } from './pictures';
import type { Plane } from './plane';
import { shownRect, toScreen, type View } from './view';

/** A picture and where its upper left corner lies, in pixels of the picture that is edited. */
export interface Placed {
  readonly bitmap: Bitmap;
  readonly x: number;
  readonly y: number;
}

/** What the window shows: one picture, or two with the second right of `wipe`, or each in its half. */
export type Showing =
  | { readonly kind: 'single'; readonly picture: Placed }
  | { readonly kind: 'wipe'; readonly before: Placed; readonly after: Placed; readonly at: number }
  | { readonly kind: 'beside'; readonly before: Placed; readonly after: Placed };

/** More device pixels than this are painted at one to a CSS pixel. */
const MOST_OVERLAY_PIXELS = 3_000_000;
/** From this scale on, pixels are shown as squares. */
const SQUARE_PIXELS = 3;

function layer(host: HTMLElement): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  host.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  return [canvas, context];
}

/** Three canvases of the window's size: the picture, the mask over it, and what can be taken hold of. */
export class Stage {
  window: Size = { width: 1, height: 1 };
  private density = 1;
  private overlayDensity = 1;
  private readonly picture: CanvasRenderingContext2D;
  private readonly overlay: CanvasRenderingContext2D;
  private readonly handles: CanvasRenderingContext2D;
  private readonly canvases: readonly HTMLCanvasElement[];
  private shownCursor: Rect | null = null;
  private cleared = true;

  constructor(host: HTMLElement) {
    const [first, picture] = layer(host);
    const [second, overlay] = layer(host);
    const [third, handles] = layer(host);
    this.canvases = [first, second, third];
    [this.picture, this.overlay, this.handles] = [picture, overlay, handles];
  }

  /** Take the window's size in CSS pixels. */
  resize(window: Size, density: number): void {
    this.window = { width: Math.max(1, window.width), height: Math.max(1, window.height) };
    this.density = clamp(density, 1, 3);
    const pixels = this.window.width * this.window.height * this.density ** 2;
    this.overlayDensity = pixels > MOST_OVERLAY_PIXELS ? 1 : this.density;
    const densities = [this.density, this.overlayDensity, this.density];
    for (const [index, canvas] of this.canvases.entries()) {
      canvas.width = Math.round(this.window.width * (densities[index] ?? 1));
      canvas.height = Math.round(this.window.height * (densities[index] ?? 1));
    }
  }

  drawPicture(view: View, showing: Showing): void {
    const context = this.picture;
    context.setTransform(this.density, 0, 0, this.density, 0, 0);
    context.clearRect(0, 0, this.window.width, this.window.height);
    if (showing.kind === 'single') {
      this.place(view, showing.picture);
      return;
    }
    const { width, height } = this.window;
    if (showing.kind === 'beside') {
      const half = width / 2;
      this.clipped({ left: 0, top: 0, right: half - 1, bottom: height }, () => {
        this.place(besideView(view, -1, width), showing.before);
      });
      this.clipped({ left: half + 1, top: 0, right: width, bottom: height }, () => {
        this.place(besideView(view, 1, width), showing.after);
      });
      return;
    }
    const border = wipeX(view, showing.after, showing.at);
    this.clipped({ left: 0, top: 0, right: border, bottom: height }, () => this.place(view, showing.before));
    this.clipped({ left: border, top: 0, right: width, bottom: height }, () =>
      this.place(view, showing.after),
    );
  }

  /** Paint the mask again: all of it, or what shows a part of the picture. */
  drawOverlay(
    view: View,
    planes: { mask: Plane; protect: Plane | null } | null,
    look: OverlayLook,
    part?: Rect,
  ): void {
    const canvas = this.canvases[1];
    if (!canvas) return;
    const whole = { left: 0, top: 0, right: canvas.width, bottom: canvas.height };
    if (!planes) {
      if (!this.cleared) this.overlay.clearRect(0, 0, canvas.width, canvas.height);
      this.cleared = true;
      return;
    }
    this.cleared = false;
    // A changed pixel also changes the outline around it.
    const shown = part ? outset(shownRect(view, part, this.overlayDensity), 3 * this.overlayDensity) : whole;
    const rect = roundedOut(intersect(shown, whole));
    if (isEmpty(rect)) return;
    const image = this.overlay.createImageData(rect.right - rect.left, rect.bottom - rect.top);
    const out = new Uint32Array(image.data.buffer);
    paintOverlay(out, rect, view, this.overlayDensity, planes, look);
    this.overlay.putImageData(image, rect.left, rect.top);
  }

  /** Draw frame, shape and cursor; `cursorOnly` leaves alone what the cursor did not cross. */
  drawHandles(view: View, scene: HandleScene, cursorOnly: boolean): void {
    const context = this.handles;
    const now = cursorRect(view, scene.cursor);
    const before = this.shownCursor;
    this.shownCursor = now;
    const whole = wholeOf(this.window);
    const dirty = cursorOnly ? unite(before, now ?? { left: 0, top: 0, right: 0, bottom: 0 }) : whole;
    const part = intersect(dirty, {
      ...whole,
      right: Math.ceil(whole.right),
      bottom: Math.ceil(whole.bottom),
    });
    if (isEmpty(part)) return;
    context.setTransform(this.density, 0, 0, this.density, 0, 0);
    context.save();
    context.beginPath();
    context.rect(part.left, part.top, part.right - part.left, part.bottom - part.top);
    context.clip();
    context.clearRect(part.left, part.top, part.right - part.left, part.bottom - part.top);
    drawScene(context, view, scene);
    context.restore();
  }

  remove(): void {
    for (const canvas of this.canvases) canvas.remove();
  }

  private place(view: View, { bitmap, x, y }: Placed): void {
    const at = toScreen(view, { x, y });
    this.picture.imageSmoothingEnabled = view.scale < SQUARE_PIXELS;
    this.picture.imageSmoothingQuality = 'high';
    this.picture.drawImage(
      fittingImage(bitmap, view.scale * this.density),
      at.x,
      at.y,
      bitmap.width * view.scale,
      bitmap.height * view.scale,
    );
  }

  private clipped({ left, top, right, bottom }: Rect, draw: () => void): void {
    this.picture.save();
    this.picture.beginPath();
    this.picture.rect(left, top, Math.max(0, right - left), bottom - top);
    this.picture.clip();
    draw();
    this.picture.restore();
  }
}

/** How a picture lies in its half of the window when two are shown beside each other. */
export function besideView(view: View, side: -1 | 1, width: number): View {
  return { ...view, x: view.x + (side * width) / 4 };
}

/** Where the border of a wipe lies in the window; `at` is a share of the picture's width. */
export function wipeX(view: View, { bitmap, x }: Placed, at: number): number {
  return toScreen(view, { x: x + bitmap.width * at, y: 0 }).x;
}

const roundedOut = ({ left, top, right, bottom }: Rect): Rect => ({
  left: Math.floor(left),
  top: Math.floor(top),
  right: Math.ceil(right),
  bottom: Math.ceil(bottom),
});
