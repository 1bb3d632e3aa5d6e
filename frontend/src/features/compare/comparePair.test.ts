import { describe, expect, it } from 'vitest';
import { anItem, aTake } from '@/test/fixtures';
import { handleMove, pairOf } from './comparePair';

const two = anItem({
  id: 'x',
  takes: [aTake({ number: 1 }), aTake({ number: 2 }), aTake({ number: 3 })],
  selected: 2,
});

describe('pairOf', () => {
  it('sets the take in use against the one before', () => {
    expect(pairOf([two])?.map(({ take }) => take.number)).toEqual([1, 2]);
  });

  it('sets two items against each other', () => {
    expect(pairOf([two, anItem()])?.map(({ item }) => item.id)).toEqual(['x', 'frame_4a']);
  });

  it('needs exactly two', () => {
    expect(pairOf([anItem()])).toBeNull();
    expect(pairOf([two, two, two])).toBeNull();
    expect(pairOf([two, anItem({ takes: [], selected: null })])).toBeNull();
  });
});

describe('handleMove', () => {
  it('moves by 1 or 10 percent and stops at the ends', () => {
    expect(handleMove(50, 'ArrowLeft', false)).toBe(49);
    expect(handleMove(50, 'ArrowRight', true)).toBe(60);
    expect(handleMove(99, 'ArrowRight', true)).toBe(100);
    expect(handleMove(50, 'x', false)).toBeNull();
  });
});
