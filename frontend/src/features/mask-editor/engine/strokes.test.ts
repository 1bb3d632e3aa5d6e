import { describe, expect, it } from 'vitest';
import { AreaGesture } from './area';
import { dab, spacing, StrokePath } from './dabs';
import { PAINTED, Plane } from './plane';
import { readSettings, steppedSize, USUAL_SETTINGS, withBrush } from './settings';
import { combine, polygonPatch, rectPatch } from './shapes';
import { painted, at, same } from './testing';

describe('dabs', () => {
  it('cover a disc of the size', () => {
    const plane = new Plane({ width: 200, height: 200 });
    dab(plane, { x: 100, y: 100 }, { size: 80, hardness: 100 }, false);
    expect(plane.count() / (Math.PI * 40 ** 2)).toBeCloseTo(1, 1);
    expect(plane.bounds(PAINTED)).toEqual({ left: 60, top: 60, right: 140, bottom: 140 });
  });

  it('are no stronger twice than once, softer towards the border, and erased by the same', () => {
    const plane = new Plane({ width: 100, height: 100 });
    const brush = { size: 60, hardness: 0 };
    dab(plane, { x: 50, y: 50 }, brush, false);
    const once = plane.values.slice();
    dab(plane, { x: 50, y: 50 }, brush, false);
    expect(same(plane.values, once)).toBe(true);
    expect(at(once, 100, 50, 50)).toBeGreaterThan(at(once, 100, 65, 50) ?? 255);
    dab(plane, { x: 50, y: 50 }, { size: 70, hardness: 100 }, true);
    expect(plane.count()).toBe(0);
  });

  it('stop at the picture', () => {
    const plane = new Plane({ width: 30, height: 20 });
    dab(plane, { x: 0, y: 0 }, { size: 500, hardness: 100 }, false);
    expect(plane.count()).toBe(600);
    expect(dab(plane, { x: 900, y: 0 }, { size: 10, hardness: 50 }, false).right).toBeLessThanOrEqual(30);
  });

  it('lie evenly along a stroke, a quarter of the radius apart, however the points come', () => {
    const whole = new StrokePath(80);
    whole.to({ x: 0, y: 0, pressure: 1 });
    const long = whole.to({ x: 500, y: 0, pressure: 1 });
    const cut = new StrokePath(80);
    cut.to({ x: 0, y: 0, pressure: 1 });
    const short = Array.from({ length: 100 }, (_, index) =>
      cut.to({ x: (index + 1) * 5, y: 0, pressure: 1 }),
    ).flat();
    const places = (dabs: { x: number }[]) => dabs.map(({ x }) => Math.round(x));
    expect(spacing(80)).toBe(10);
    expect(places(long).slice(0, 3)).toEqual([10, 20, 30]);
    expect(Math.abs(short.length - long.length)).toBeLessThanOrEqual(1);
    expect(places(short).slice(0, 40)).toEqual(places(long).slice(0, 40));
  });
});

describe('shapes', () => {
  const limit = { left: 0, top: 0, right: 100, bottom: 100 };

  it('fill what their corners enclose, with soft slanted borders', () => {
    const patch = polygonPatch(
      [
        { x: 10, y: 10 },
        { x: 60, y: 10 },
        { x: 60, y: 40 },
        { x: 10, y: 40 },
      ],
      limit,
    );
    expect(patch?.rect).toEqual({ left: 10, top: 10, right: 60, bottom: 40 });
    expect(patch?.values.every((value) => value === 255)).toBe(true);
    const slanted = polygonPatch(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 0, y: 100 },
      ],
      limit,
    );
    expect(slanted?.values.some((value) => value > 0 && value < 255)).toBe(true);
    expect((slanted?.values.reduce((sum, value) => sum + value, 0) ?? 0) / 255).toBeCloseTo(5000, -1);
  });

  it('count both halves of a figure of eight as inside, and are cut by the picture', () => {
    const eight = [
      { x: 0, y: 0 },
      { x: 50, y: 50 },
      { x: 50, y: 0 },
      { x: 0, y: 50 },
    ];
    expect(painted(polygonPatch(eight, limit)?.values ?? new Uint8Array())).toBeGreaterThan(1150);
    expect(
      polygonPatch(
        [
          { x: 200, y: 0 },
          { x: 300, y: 0 },
          { x: 300, y: 50 },
        ],
        limit,
      ),
    ).toBeNull();
    expect(rectPatch({ left: -5, top: 90, right: 20, bottom: 130 }, limit)?.rect).toEqual({
      left: 0,
      top: 90,
      right: 20,
      bottom: 100,
    });
  });

  it('go in and out of the mask', () => {
    const plane = new Plane({ width: 100, height: 100 });
    const big = rectPatch({ left: 10, top: 10, right: 90, bottom: 90 }, limit);
    const small = rectPatch({ left: 30, top: 30, right: 50, bottom: 50 }, limit);
    if (!big || !small) throw new Error('no patch');
    combine(plane, big, 'add');
    combine(plane, small, 'subtract');
    expect(plane.count()).toBe(6400 - 400);
  });

  it('are drawn by hand: boxes, ellipses, lassos and corner by corner', () => {
    const size = { width: 100, height: 100 };
    const ellipse = new AreaGesture('ellipse', { x: 10, y: 10 }, false);
    ellipse.moveTo({ x: 70, y: 40 }, true);
    expect(painted(ellipse.patch(size)?.values ?? new Uint8Array()) / (Math.PI * 30 * 30)).toBeCloseTo(1, 1);
    const polygon = new AreaGesture('polygon', { x: 0, y: 0 }, true);
    expect(polygon.addCorner({ x: 40, y: 0 }, 5)).toBe(false);
    expect(polygon.addCorner({ x: 40, y: 40 }, 5)).toBe(false);
    polygon.moveTo({ x: 2, y: 2 }, false);
    expect(polygon.addCorner({ x: 2, y: 2 }, 5)).toBe(true);
    expect(painted(polygon.patch(size)?.values ?? new Uint8Array())).toBeCloseTo(800, -2);
    expect([polygon.dropCorner(), polygon.dropCorner(), polygon.dropCorner()]).toEqual([true, true, false]);
  });
});

describe('settings', () => {
  it('stay in range and survive what another version stored', () => {
    expect(withBrush(USUAL_SETTINGS, { size: 900, hardness: -4 }).brush).toEqual({ size: 500, hardness: 0 });
    expect(withBrush({ ...USUAL_SETTINGS, tool: 'erase' }, { size: 9 }).brush).toEqual(USUAL_SETTINGS.brush);
    expect([steppedSize(1, -1), steppedSize(100, 1), steppedSize(5, 1)]).toEqual([1, 110, 6]);
    expect(readSettings('nonsense')).toEqual(USUAL_SETTINGS);
    expect(readSettings({ brush: { size: 12 }, subtract: true }).brush).toEqual({ size: 12, hardness: 80 });
  });
});
