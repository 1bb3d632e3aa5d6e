import { describe, expect, it } from 'vitest';
import { anItem, aTake } from '@/test/fixtures';
import {
  HANDLES,
  isNeutral,
  movedCrop,
  NEUTRAL,
  shapedCrop,
  sizedCrop,
  startOf,
  turned,
  WHOLE,
} from './adjustment';

const handle = (name: string) => {
  const found = HANDLES.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('the dials', () => {
  it('keep their range and their step', () => {
    expect(turned(NEUTRAL, 'exposure', 9).exposure).toBe(4);
    expect(turned(NEUTRAL, 'contrast', 0.333).contrast).toBe(0.34);
    expect(isNeutral(turned(NEUTRAL, 'tint', 0.004))).toBe(true);
  });
});

describe('a crop', () => {
  const middle = { left: 0.2, top: 0.2, right: 0.8, bottom: 0.8 };

  it('moves as a whole and stops at the edges', () => {
    expect(movedCrop(middle, 0.1, -0.5)).toEqual({ left: 0.3, top: 0, right: 0.9, bottom: 0.6 });
  });

  it('keeps its shape from a corner and from a side', () => {
    expect(sizedCrop(WHOLE, handle('bottom right'), -0.2, -0.4, true)).toEqual({
      left: 0,
      top: 0,
      right: 0.6,
      bottom: 0.6,
    });
    expect(sizedCrop(middle, handle('right'), 0.1, 0, true)).toEqual({
      left: 0.2,
      top: 0.15,
      right: 0.9,
      bottom: 0.85,
    });
  });

  it('may take any shape, but never less than the smallest', () => {
    expect(sizedCrop(WHOLE, handle('left'), 0.5, 0, false)).toEqual({ ...WHOLE, left: 0.5 });
    expect(sizedCrop(middle, handle('top left'), 2, 2, false)).toMatchObject({ left: 0.75, top: 0.75 });
    expect(sizedCrop(middle, handle('top left'), 2, 2, true)).toMatchObject({ left: 0.75, top: 0.75 });
  });

  it('gets the shape of the picture back around its middle', () => {
    expect(shapedCrop({ left: 0.2, top: 0, right: 0.6, bottom: 1 })).toEqual({
      left: 0.2,
      top: 0.3,
      right: 0.6,
      bottom: 0.7,
    });
  });
});

describe('startOf', () => {
  it("opens an adjusted take as it was left, on its parent's pixels", () => {
    const adjustment = { ...NEUTRAL, exposure: 0.5 };
    const takes = [aTake({ number: 1 }), aTake({ number: 2, origin: 'adjust', parent: 1, adjustment })];
    const again = startOf(anItem({ takes, selected: 2 }));
    expect(again?.take.number).toBe(1);
    expect(again?.adjustment).toEqual(adjustment);
    expect(startOf(anItem({ takes, selected: 1 }))?.adjustment).toBe(NEUTRAL);
    expect(startOf(anItem({ takes: [], selected: null }))).toBeNull();
  });
});
