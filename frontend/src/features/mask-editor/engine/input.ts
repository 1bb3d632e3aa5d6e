import { distance, type Point } from './geometry';

/** A press, or a move of what is pressed: where in the window, how hard, with which keys. */
export interface Press extends Point {
  readonly pressure: number;
  /** The other end of a pen. */
  readonly eraser: boolean;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly kind: 'mouse' | 'pen' | 'touch';
}

/** Who is told of what hands do, in CSS pixels of the window. */
export interface Hands {
  press: (press: Press) => void;
  drag: (presses: readonly Press[]) => void;
  release: () => void;
  /** The press did not count: a second finger came, or the system took the pointer. */
  abandon: () => void;
  hover: (press: Press | null) => void;
  pan: (dx: number, dy: number) => void;
  pinch: (before: readonly [Point, Point], after: readonly [Point, Point]) => void;
  zoom: (at: Point, factor: number) => void;
  /** Sideways for the brush's size, up and down for its hardness. */
  reshape: (dx: number, dy: number) => void;
  resize: (steps: number) => void;
  tap: (fingers: number) => void;
  doublePress: (press: Press) => void;
  wantsPan: () => boolean;
}

const TAP_MS = 280;
const TAP_PX = 12;
/** A palm that lands this long after a pen was lifted does nothing. */
const PALM_MS = 600;
const PEN_ERASER = 32;
const ERASER_BUTTON = 5;

type Doing = 'press' | 'pan' | 'reshape';

/** Turns pointer and wheel events of an element into presses, pans and pinches. */
export class PointerInput {
  private readonly element: HTMLElement;
  private readonly hands: Hands;
  private readonly stop = new AbortController();
  private readonly fingers = new Map<number, Point>();
  private doing: { readonly kind: Doing; readonly pointer: number; last: Point } | null = null;
  private gesture: { readonly at: number; most: number; moved: number } | null = null;
  private penSeen = false;
  private penAt = -Infinity;
  private ctrlDown = false;

  constructor(element: HTMLElement, hands: Hands) {
    this.element = element;
    this.hands = hands;
    const listen = <K extends keyof HTMLElementEventMap>(
      name: K,
      run: (event: HTMLElementEventMap[K]) => void,
    ) => {
      element.addEventListener(name, run, { signal: this.stop.signal, passive: false });
    };
    listen('pointerdown', (event) => this.down(event));
    listen('pointermove', (event) => this.move(event));
    listen('pointerup', (event) => this.up(event));
    listen('pointercancel', (event) => this.cancel(event));
    listen('pointerleave', (event) => {
      if (!this.doing && event.pointerType !== 'touch') hands.hover(null);
    });
    listen('wheel', (event) => this.wheel(event));
    listen('dblclick', (event) => hands.doublePress(this.pressOf(event as PointerEvent)));
    listen('contextmenu', (event) => event.preventDefault());
    // A pinch on a touchpad is a wheel with Ctrl that nobody presses.
    const { signal } = this.stop;
    const follow = (event: KeyboardEvent) => {
      this.ctrlDown = event.ctrlKey && (event.type === 'keydown' || event.key !== 'Control');
    };
    window.addEventListener('keydown', follow, { signal, capture: true });
    window.addEventListener('keyup', follow, { signal, capture: true });
    window.addEventListener('blur', () => this.forget(), { signal });
  }

  remove(): void {
    this.stop.abort();
  }

  /** Keys and presses of a window that lost the focus are over. */
  private forget(): void {
    this.ctrlDown = false;
    if (this.doing) this.abandon();
    this.fingers.clear();
    this.gesture = null;
  }

  private at(event: MouseEvent): Point {
    const box = this.element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private pressOf(event: PointerEvent): Press {
    const isPen = event.pointerType === 'pen';
    return {
      ...this.at(event),
      pressure: isPen ? event.pressure || 0.5 : 1,
      eraser: isPen && (event.button === ERASER_BUTTON || (event.buttons & PEN_ERASER) !== 0),
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      kind: isPen ? 'pen' : event.pointerType === 'touch' ? 'touch' : 'mouse',
    };
  }

  private down(event: PointerEvent): void {
    if (event.pointerType === 'touch') {
      this.fingerDown(event);
      return;
    }
    if (event.pointerType === 'pen') this.penDown(event);
    if (this.doing) return;
    this.capture(event);
    const last = this.at(event);
    const wantsPan = event.button === 1 || (event.button === 0 && this.hands.wantsPan());
    if (wantsPan) this.doing = { kind: 'pan', pointer: event.pointerId, last };
    else if (event.button === 2 && event.altKey) {
      this.doing = { kind: 'reshape', pointer: event.pointerId, last };
    } else if (event.button === 0 || event.button === ERASER_BUTTON) this.startPress(event);
  }

  private penDown(event: PointerEvent): void {
    this.penSeen = true;
    this.penAt = event.timeStamp;
    // The hand that holds the pen may lie on the screen already.
    if (this.doing && this.fingers.has(this.doing.pointer)) this.abandon();
    this.fingers.clear();
    this.gesture = null;
  }

  private startPress(event: PointerEvent): void {
    this.doing = { kind: 'press', pointer: event.pointerId, last: this.at(event) };
    this.hands.press(this.pressOf(event));
  }

  private fingerDown(event: PointerEvent): void {
    const penIsNear = this.penSeen && (this.penIsDown() || event.timeStamp - this.penAt < PALM_MS);
    if (penIsNear) return;
    this.capture(event);
    this.fingers.set(event.pointerId, this.at(event));
    const count = this.fingers.size;
    if (count === 1) {
      this.gesture = { at: event.timeStamp, most: 1, moved: 0 };
      // Once a pen was seen, fingers only move the picture.
      if (this.penSeen || this.hands.wantsPan()) {
        this.doing = { kind: 'pan', pointer: event.pointerId, last: this.at(event) };
      } else this.startPress(event);
      return;
    }
    if (this.doing) this.abandon();
    if (this.gesture) this.gesture.most = Math.max(this.gesture.most, count);
  }

  private penIsDown(): boolean {
    return this.doing !== null && !this.fingers.has(this.doing.pointer);
  }

  private move(event: PointerEvent): void {
    if (this.fingers.has(event.pointerId)) {
      this.fingerMove(event);
      return;
    }
    if (event.pointerType === 'touch') return;
    if (event.pointerType === 'pen') [this.penSeen, this.penAt] = [true, event.timeStamp];
    if (this.doing?.pointer === event.pointerId) this.dragBy(event);
    else if (!this.doing) this.hands.hover(this.pressOf(event));
  }

  private dragBy(event: PointerEvent): void {
    const doing = this.doing;
    if (!doing) return;
    const now = this.at(event);
    if (doing.kind === 'press') {
      const all = event.getCoalescedEvents();
      this.hands.drag((all.length > 0 ? all : [event]).map((one) => this.pressOf(one)));
    } else if (doing.kind === 'pan') this.hands.pan(now.x - doing.last.x, now.y - doing.last.y);
    else this.hands.reshape(now.x - doing.last.x, now.y - doing.last.y);
    doing.last = now;
  }

  private fingerMove(event: PointerEvent): void {
    const from = this.fingers.get(event.pointerId);
    if (!from) return;
    const to = this.at(event);
    if (this.gesture) this.gesture.moved = Math.max(this.gesture.moved, distance(from, to));
    const two = [...this.fingers].slice(0, 2);
    this.fingers.set(event.pointerId, to);
    const [one, other] = two;
    if (one && other) {
      const place = ([id, point]: [number, Point]): Point => (id === event.pointerId ? to : point);
      this.hands.pinch([one[1], other[1]], [place(one), place(other)]);
    } else if (this.doing?.pointer === event.pointerId) this.dragBy(event);
  }

  private up(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.penAt = event.timeStamp;
    const wasFinger = this.fingers.delete(event.pointerId);
    if (this.doing?.pointer === event.pointerId) {
      const { kind } = this.doing;
      this.doing = null;
      if (kind === 'press') this.hands.release();
    }
    if (wasFinger && this.fingers.size === 0) this.endGesture(event.timeStamp);
  }

  private endGesture(now: number): void {
    const gesture = this.gesture;
    this.gesture = null;
    if (!gesture || gesture.most < 2) return;
    if (now - gesture.at < TAP_MS && gesture.moved < TAP_PX) this.hands.tap(gesture.most);
  }

  private cancel(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    if (this.doing?.pointer === event.pointerId) this.abandon();
  }

  private abandon(): void {
    const press = this.doing?.kind === 'press';
    this.doing = null;
    if (press) this.hands.abandon();
  }

  private capture(event: PointerEvent): void {
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is already gone can't be captured, and need not be.
    }
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE;
    const delta = (event.deltaY || event.deltaX) * (lines ? 16 : 1);
    if (event.altKey || (event.ctrlKey && this.ctrlDown)) {
      this.hands.resize(-Math.sign(delta));
    } else {
      const speed = event.ctrlKey ? 0.01 : 0.0016;
      this.hands.zoom(this.at(event), Math.exp(-delta * speed));
    }
  }
}
