import type { Hint } from './history';
import { heightOf, widthOf, type Point, type Rect, type Size } from './geometry';
import { toScreen, type View } from './view';

/** A frame on the picture that can be dragged, with a line of words on it. */
export interface FrameMark {
  readonly rect: Rect;
  readonly label: string;
  /** Darken what lies outside of it. */
  readonly dims: boolean;
}

/** The shape a tool is about to make, in pixels of the picture. */
export interface ShapeMark {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly subtracts: boolean;
}

/** All that is drawn over picture and mask, in pixels of the picture. */
export interface HandleScene {
  readonly cursor: { readonly at: Point; readonly size: number; readonly cross: boolean } | null;
  readonly shape: ShapeMark | null;
  readonly frame: FrameMark | null;
  readonly hints: readonly Hint[];
  readonly picture: Size;
}

/** A part of a frame to take hold of. */
export type Grip = 'nw' | 'ne' | 'sw' | 'se' | 'n' | 's' | 'w' | 'e' | 'move';

const HANDLE = 10;
const LABEL_HEIGHT = 20;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function frameBox(view: View, rect: Rect): Box {
  const from = toScreen(view, { x: rect.left, y: rect.top });
  const to = toScreen(view, { x: rect.right, y: rect.bottom });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function gripPoints({ left, top, right, bottom }: Box): [Grip, Point][] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    ['nw', { x: left, y: top }],
    ['ne', { x: right, y: top }],
    ['sw', { x: left, y: bottom }],
    ['se', { x: right, y: bottom }],
    ['n', { x, y: top }],
    ['s', { x, y: bottom }],
    ['w', { x: left, y }],
    ['e', { x: right, y }],
  ];
}

const labelBox = (box: Box, label: string): Box => ({
  left: box.left,
  top: box.top - LABEL_HEIGHT - 6,
  right: box.left + label.length * 6.3 + 14,
  bottom: box.top - 6,
});

/** The grip under a point of the window, within `reach` CSS pixels. */
export function gripAt(view: View, frame: FrameMark, at: Point, reach: number): Grip | null {
  const box = frameBox(view, frame.rect);
  let best: Grip | null = null;
  let nearest = reach;
  for (const [grip, { x, y }] of gripPoints(box)) {
    const far = Math.max(Math.abs(at.x - x), Math.abs(at.y - y));
    if (far <= nearest) [best, nearest] = [grip, far];
  }
  if (best) return best;
  const label = labelBox(box, frame.label);
  const onLabel = at.x >= label.left && at.x <= label.right && at.y >= label.top && at.y <= label.bottom;
  return onLabel ? 'move' : null;
}

/** A frame after its grip was dragged by a distance in pixels of the picture. */
export function draggedFrame(rect: Rect, grip: Grip, dx: number, dy: number, least: number): Rect {
  if (grip === 'move') {
    return { left: rect.left + dx, top: rect.top + dy, right: rect.right + dx, bottom: rect.bottom + dy };
  }
  const moves = (side: string) => grip.includes(side);
  return {
    left: moves('w') ? Math.min(rect.left + dx, rect.right - least) : rect.left,
    top: moves('n') ? Math.min(rect.top + dy, rect.bottom - least) : rect.top,
    right: moves('e') ? Math.max(rect.right + dx, rect.left + least) : rect.right,
    bottom: moves('s') ? Math.max(rect.bottom + dy, rect.top + least) : rect.bottom,
  };
}

export const GRIP_CURSORS: Readonly<Record<Grip, string>> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  w: 'ew-resize',
  e: 'ew-resize',
  move: 'move',
};

/** The part of the window, in CSS pixels, that the cursor's ring covers. */
export function cursorRect(view: View, cursor: HandleScene['cursor']): Rect | null {
  if (!cursor) return null;
  const { x, y } = toScreen(view, cursor.at);
  const reach = Math.max(9, (cursor.size * view.scale) / 2) + 4;
  return {
    left: Math.floor(x - reach),
    top: Math.floor(y - reach),
    right: Math.ceil(x + reach),
    bottom: Math.ceil(y + reach),
  };
}

/** Draws everything of the scene; the context is in CSS pixels. */
export function drawScene(context: CanvasRenderingContext2D, view: View, scene: HandleScene): void {
  if (scene.frame) drawFrame(context, view, scene.frame, scene.picture);
  if (scene.shape) drawShape(context, view, scene.shape);
  for (const hint of scene.hints) drawHint(context, view, hint);
  if (scene.cursor) drawCursor(context, view, scene.cursor);
}

function twoTone(context: CanvasRenderingContext2D, path: () => void, dash: number[] = []): void {
  context.lineWidth = 3;
  context.strokeStyle = '#000a';
  context.setLineDash([]);
  context.beginPath();
  path();
  context.stroke();
  context.lineWidth = 1.5;
  context.strokeStyle = '#fff';
  context.setLineDash(dash);
  context.beginPath();
  path();
  context.stroke();
  context.setLineDash([]);
}

function drawFrame(
  context: CanvasRenderingContext2D,
  view: View,
  { rect, label, dims }: FrameMark,
  picture: Size,
): void {
  const box = frameBox(view, rect);
  const width = widthOf(rect) * view.scale;
  const height = heightOf(rect) * view.scale;
  if (dims) {
    const all = frameBox(view, { left: 0, top: 0, right: picture.width, bottom: picture.height });
    context.beginPath();
    context.rect(all.left, all.top, all.right - all.left, all.bottom - all.top);
    context.rect(box.left, box.top, width, height);
    context.fillStyle = '#0003';
    context.fill('evenodd');
  }
  twoTone(context, () => context.rect(box.left, box.top, width, height), [6, 4]);
  for (const [, { x, y }] of gripPoints(box)) {
    context.fillStyle = '#fff';
    context.strokeStyle = '#000';
    context.lineWidth = 1;
    context.beginPath();
    context.rect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    context.fill();
    context.stroke();
  }
  const tag = labelBox(box, label);
  context.font = '500 11px "Inter Variable", system-ui, sans-serif';
  context.fillStyle = '#111d';
  context.beginPath();
  context.roundRect(tag.left, tag.top, context.measureText(label).width + 14, LABEL_HEIGHT, 4);
  context.fill();
  context.fillStyle = '#f0f0f0';
  context.textBaseline = 'middle';
  context.fillText(label, tag.left + 7, tag.top + LABEL_HEIGHT / 2 + 0.5);
}

function drawShape(context: CanvasRenderingContext2D, view: View, shape: ShapeMark): void {
  const [first, ...rest] = shape.points.map((point) => toScreen(view, point));
  if (!first) return;
  twoTone(
    context,
    () => {
      context.moveTo(first.x, first.y);
      for (const { x, y } of rest) context.lineTo(x, y);
      if (shape.closed) context.closePath();
    },
    shape.subtracts ? [3, 3] : [6, 3],
  );
}

function drawHint(context: CanvasRenderingContext2D, view: View, hint: Hint): void {
  const { x, y } = toScreen(view, hint);
  context.beginPath();
  context.arc(x, y, 8, 0, Math.PI * 2);
  context.fillStyle = hint.add ? '#fff' : '#151515';
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = hint.add ? '#151515' : '#fff';
  context.stroke();
  context.beginPath();
  context.moveTo(x - 4, y);
  context.lineTo(x + 4, y);
  if (hint.add) {
    context.moveTo(x, y - 4);
    context.lineTo(x, y + 4);
  }
  context.stroke();
}

function drawCursor(
  context: CanvasRenderingContext2D,
  view: View,
  { at, size, cross }: NonNullable<HandleScene['cursor']>,
): void {
  const { x, y } = toScreen(view, at);
  const radius = (size * view.scale) / 2;
  if (radius > 1.5) {
    twoTone(context, () => {
      context.arc(x, y, radius, 0, Math.PI * 2);
    });
  }
  if (cross || radius <= 4) {
    twoTone(context, () => {
      context.moveTo(x - 6, y);
      context.lineTo(x + 6, y);
      context.moveTo(x, y - 6);
      context.lineTo(x, y + 6);
    });
  }
}
