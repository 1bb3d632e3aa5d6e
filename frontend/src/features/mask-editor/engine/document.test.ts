import { describe, expect, it } from 'vitest';
import { dab } from './dabs';
import { MaskDocument } from './document';
import { widthOf } from './geometry';
import { History, stepBytes, type PaintStep } from './history';
import { doneWords } from './words';
import { Plane } from './plane';
import { findRegions } from './regions';
import { rectPatch } from './shapes';
import { SmartSelect } from './smart';
import { Transaction } from './transaction';
import { noise, painted, same } from './testing';

describe('a plane', () => {
  it('counts what is painted whichever way it changes', () => {
    const random = noise(5);
    const plane = new Plane({ width: 700, height: 300 });
    for (let trial = 0; trial < 60; trial += 1) {
      const brush = { size: 1 + random() * 200, hardness: random() * 100 };
      dab(plane, { x: random() * 700, y: random() * 300 }, brush, random() < 0.4);
      expect(plane.count()).toBe(painted(plane.values));
    }
  });

  it('finds the regions, largest first', () => {
    const plane = new Plane({ width: 2048, height: 1024 });
    dab(plane, { x: 200, y: 200 }, { size: 100, hardness: 100 }, false);
    dab(plane, { x: 1500, y: 700 }, { size: 300, hardness: 100 }, false);
    const regions = findRegions(plane);
    expect(regions).toHaveLength(2);
    expect(regions[0]?.box.left).toBeGreaterThan(1300);
    expect(widthOf(regions[0]?.box ?? { left: 0, top: 0, right: 0, bottom: 0 })).toBeCloseTo(300, -1);
  });

  it('goes back to what it was', () => {
    const plane = new Plane({ width: 300, height: 300 });
    dab(plane, { x: 100, y: 100 }, { size: 80, hardness: 50 }, false);
    const before = plane.values.slice();
    const transaction = new Transaction(plane);
    transaction.keep({ left: 80, top: 80, right: 260, bottom: 260 });
    dab(plane, { x: 170, y: 170 }, { size: 120, hardness: 50 }, false);
    expect(transaction.patches().length).toBeGreaterThan(0);
    transaction.rollBack();
    expect(same(plane.values, before)).toBe(true);
    expect(plane.count()).toBe(painted(before));
    expect(transaction.patches()).toEqual([]);
  });
});

describe('history', () => {
  const step = (id: string, bytes: number): PaintStep => ({
    kind: 'paint',
    id,
    label: 'Stroke',
    layer: 'mask',
    tiles: [{ tile: 0, runs: new Uint8Array(bytes) }],
  });

  it('forgets the oldest steps when it is full, never the newest', () => {
    const history = new History(1000);
    for (const id of ['a', 'b', 'c', 'd']) history.push(step(id, 280));
    expect(history.undoSteps.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(history.size).toBe(2 * stepBytes(step('x', 280)));
    history.push(step('e', 5000));
    expect(history.undoSteps.map(({ id }) => id)).toEqual(['e']);
  });

  it('says in words what was done', () => {
    expect(doneWords(['Stroke', 'Stroke', 'Smart select', 'Stroke'])).toBe('3 strokes, 1 smart select');
    expect(doneWords(['Stroke', 'Grow 8 px', 'Invert', 'Lasso'])).toBe('4 steps');
  });
});

describe('a mask document', () => {
  const size = { width: 400, height: 300 };
  const brush = { size: 40, hardness: 80 };
  const strokes = (document: MaskDocument, count: number, random: () => number) => {
    for (let index = 0; index < count; index += 1) {
      document.beginStroke('mask', brush, index % 4 === 3, {
        x: random() * 400,
        y: random() * 300,
        pressure: 1,
      });
      document.strokeTo({ x: random() * 400, y: random() * 300, pressure: random() });
      document.endStroke();
    }
  };

  it('takes back and does again every kind of change, to the last value', () => {
    const document = new MaskDocument(size);
    const random = noise(3);
    const seen = [document.mask.values.slice()];
    const work = [
      () => strokes(document, 1, random),
      () =>
        document.combine(
          'mask',
          [{ rect: { left: 50, top: 50, right: 90, bottom: 80 }, values: new Uint8Array(1200).fill(255) }],
          'add',
          'Box',
        ),
      () => document.grow('mask', 9),
      () => document.shrink('mask', 3),
      () => document.feather('mask', 6),
      () => document.invert('mask'),
      () => document.nudge('mask', 7, -3),
      () => document.clear('mask'),
      () => strokes(document, 1, random),
    ];
    for (const run of work) {
      run();
      seen.push(document.mask.values.slice());
    }
    expect(document.history.undoSteps).toHaveLength(work.length);
    for (let index = work.length - 1; index >= 0; index -= 1) {
      document.undo(1);
      expect(same(document.mask.values, seen[index])).toBe(true);
    }
    expect(document.undo(1)).toBeNull();
    for (let index = 1; index <= work.length; index += 1) {
      document.redo(1);
      expect(same(document.mask.values, seen[index])).toBe(true);
    }
  });

  it('keeps two strokes as two steps, and makes none of a stroke that was rolled back', () => {
    const document = new MaskDocument(size);
    strokes(document, 2, noise(8));
    expect(document.history.undoSteps).toHaveLength(2);
    const before = document.mask.values.slice();
    document.beginStroke('mask', brush, false, { x: 10, y: 290, pressure: 1 });
    document.strokeTo({ x: 300, y: 10, pressure: 1 });
    document.cancelStroke();
    expect(same(document.mask.values, before)).toBe(true);
    expect(document.history.undoSteps).toHaveLength(2);
  });

  it('has one history for mask, protection, frame and takes', () => {
    const document = new MaskDocument(size);
    strokes(document, 1, noise(2));
    document.beginStroke('protect', brush, false, { x: 50, y: 50, pressure: 1 });
    document.endStroke();
    document.setFrame({ left: 0, top: 0, right: 100, bottom: 100 });
    document.tookTake(3, 'Use take 5');
    expect(document.undo(5)).toMatchObject({ kind: 'take', take: 3 });
    expect(document.redo(3)).toMatchObject({ kind: 'take', take: 5 });
    document.undo(5);
    document.undo(5);
    expect(document.frame).toBeNull();
    document.undo(5);
    expect(document.protect?.empty).toBe(true);
    expect(document.mask.empty).toBe(false);
  });

  it('comes back as it was saved, history and all', () => {
    const document = new MaskDocument(size);
    strokes(document, 5, noise(21));
    document.undo(1);
    const saved = structuredClone(document.save());
    const again = new MaskDocument(size);
    expect(again.load(saved)).toBe(true);
    expect(same(again.mask.values, document.mask.values)).toBe(true);
    expect(again.mask.count()).toBe(document.mask.count());
    document.undo(1);
    again.undo(1);
    expect(same(again.mask.values, document.mask.values)).toBe(true);
    again.redo(1);
    again.redo(1);
    expect(again.history.redoSteps).toEqual([]);
    expect(new MaskDocument({ width: 10, height: 10 }).load(saved)).toBe(false);
  });

  it('keeps or drops one of several regions', () => {
    const document = new MaskDocument({ width: 1200, height: 800 });
    const box = (left: number, side: number) =>
      rectPatch({ left, top: 100, right: left + side, bottom: 100 + side }, document.mask.whole);
    for (const patch of [box(100, 200), box(600, 100)])
      if (patch) document.combine('mask', [patch], 'add', 'Box');
    const [large] = document.figures().regions;
    if (!large) throw new Error('no region');
    document.pickRegion(large, 'remove');
    expect(document.mask.count()).toBe(100 * 100);
    document.undo(1);
    document.pickRegion(large, 'keep');
    expect(document.mask.count()).toBe(200 * 200);
    expect(document.figures().covers).toBeCloseTo(40_000 / 960_000);
  });

  it('keeps 200 strokes at 2048 in a fraction of its bytes', () => {
    const document = new MaskDocument({ width: 2048, height: 2048 });
    const random = noise(77);
    for (let index = 0; index < 200; index += 1) {
      const [x, y] = [random() * 2048, random() * 2048];
      document.beginStroke('mask', { size: 80, hardness: 80 }, false, { x, y, pressure: 1 });
      for (let move = 1; move <= 20; move += 1) {
        document.strokeTo({ x: x + move * 20 * (random() - 0.3), y: y + move * 8, pressure: 1 });
      }
      document.endStroke();
    }
    // Strokes that fall where everything is painted already leave no step.
    expect(document.history.undoSteps.length).toBeGreaterThan(190);
    expect(document.history.size).toBeLessThan(64 * 1024 * 1024);
  }, 30_000);
});

describe('smart select', () => {
  const size = { width: 100, height: 100 };
  const answer = (from: number, to: number) => new Uint8Array(10_000).fill(255, from, to);

  it('refines on what was there before, one step a hint, and undo takes the hint back', async () => {
    const document = new MaskDocument(size);
    document.combine(
      'mask',
      [{ rect: { left: 0, top: 90, right: 100, bottom: 100 }, values: new Uint8Array(1000).fill(255) }],
      'add',
      'Box',
    );
    const asked: number[] = [];
    const smart = new SmartSelect(document, (points) => {
      asked.push(points.length);
      return Promise.resolve(points.length === 1 ? answer(0, 3000) : answer(0, 1000));
    });
    await smart.refine('mask', { x: 5, y: 5, add: true }, null, false);
    expect(document.mask.count()).toBe(4000);
    await smart.refine('mask', { x: 5, y: 25, add: false }, null, false);
    expect(document.mask.count()).toBe(2000);
    expect(document.hints).toHaveLength(2);
    document.undo(1);
    expect(document.mask.count()).toBe(4000);
    expect(document.hints).toHaveLength(1);
    await smart.refine('mask', { x: 5, y: 22, add: false }, null, false);
    expect(asked).toEqual([1, 2, 2]);
  });

  it('drops an answer that comes too late', async () => {
    const document = new MaskDocument(size);
    const waiting: ((values: Uint8Array) => void)[] = [];
    const smart = new SmartSelect(document, () => new Promise((resolve) => waiting.push(resolve)));
    const first = smart.refine('mask', { x: 1, y: 1, add: true }, null, false);
    const second = smart.refine('mask', { x: 2, y: 2, add: true }, null, false);
    waiting[1]?.(answer(0, 500));
    waiting[0]?.(answer(0, 9000));
    await Promise.all([first, second]);
    expect(document.mask.count()).toBe(500);
    expect(document.history.undoSteps).toHaveLength(1);
  });
});
