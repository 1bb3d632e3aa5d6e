import { describe, expect, it } from 'vitest';
import { heightOf, movedInside, rectBetween, squared, unite } from './geometry';
import { draggedFrame, gripAt } from './handles';
import { fitted, keptInSight, nextScale, pinched, toPicture, toScreen, zoomedAt } from './view';

describe('geometry', () => {
  it('keeps frames inside without making them smaller', () => {
    const limit = { left: 0, top: 0, right: 100, bottom: 80 };
    expect(movedInside({ left: 90, top: -20, right: 130, bottom: 20 }, limit)).toEqual({
      left: 60,
      top: 0,
      right: 100,
      bottom: 40,
    });
  });

  it('counts an empty rectangle for nothing', () => {
    const rect = { left: 5, top: 5, right: 9, bottom: 7 };
    expect(unite(null, rect)).toEqual(rect);
    expect(unite(rect, { left: 0, top: 0, right: 0, bottom: 0 })).toEqual(rect);
    expect(rectBetween({ x: 4.2, y: 9 }, { x: 1.5, y: 2.1 })).toEqual({
      left: 1,
      top: 2,
      right: 5,
      bottom: 9,
    });
    expect(squared({ x: 0, y: 0 }, { x: -3, y: 8 })).toEqual({ x: -8, y: 8 });
  });
});

describe('the view', () => {
  const window = { width: 800, height: 600 };

  it('goes from the picture to the window and back', () => {
    const view = { scale: 0.37, x: 12, y: -40 };
    const point = toPicture(view, toScreen(view, { x: 500, y: 321 }));
    expect(point.x).toBeCloseTo(500);
    expect(point.y).toBeCloseTo(321);
  });

  it('keeps the point under the cursor when it zooms', () => {
    const view = fitted({ width: 4096, height: 4096 }, window);
    const cursor = { x: 333, y: 222 };
    const before = toPicture(view, cursor);
    const after = toPicture(zoomedAt(view, cursor, view.scale * 3), cursor);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('keeps the picture under two fingers', () => {
    const view = { scale: 1, x: 0, y: 0 };
    const next = pinched(
      view,
      [
        { x: 100, y: 100 },
        { x: 200, y: 100 },
      ],
      [
        { x: 50, y: 150 },
        { x: 250, y: 150 },
      ],
    );
    expect(next.scale).toBe(2);
    expect(toScreen(next, { x: 100, y: 100 })).toEqual({ x: 50, y: 150 });
    expect(toScreen(next, { x: 200, y: 100 })).toEqual({ x: 250, y: 150 });
  });

  it('never loses the picture', () => {
    const view = keptInSight({ scale: 1, x: 5000, y: -5000 }, { width: 400, height: 400 }, window);
    expect(view.x).toBeLessThan(window.width);
    expect(view.y + 400).toBeGreaterThan(0);
    expect(nextScale(1, 1)).toBe(1.5);
    expect(nextScale(1, -1)).toBe(0.67);
  });
});

describe('frames', () => {
  const frame = { rect: { left: 100, top: 100, right: 300, bottom: 200 }, label: 'Context', dims: true };
  const view = { scale: 1, x: 0, y: 0 };

  it('are taken hold of at corners, sides and the label, and dragged', () => {
    expect(gripAt(view, frame, { x: 101, y: 99 }, 9)).toBe('nw');
    expect(gripAt(view, frame, { x: 300, y: 150 }, 9)).toBe('e');
    expect(gripAt(view, frame, { x: 120, y: 85 }, 9)).toBe('move');
    expect(gripAt(view, frame, { x: 200, y: 150 }, 9)).toBeNull();
    expect(draggedFrame(frame.rect, 'se', -500, 20, 64)).toEqual({
      left: 100,
      top: 100,
      right: 164,
      bottom: 220,
    });
    expect(heightOf(draggedFrame(frame.rect, 'move', 5, 5, 64))).toBe(100);
  });
});
