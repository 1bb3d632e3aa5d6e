import { describe, expect, it } from 'vitest';
import { columnsFor, gridMove } from './gridMoves';

describe('gridMove', () => {
  // Four columns, ten cards: 0-3, 4-7, 8-9.
  const move = (key: Parameters<typeof gridMove>[0], from: number) => gridMove(key, from, 10, 4);

  it('goes on to the next row at the end of one', () => {
    expect(move('ArrowRight', 3)).toBe(4);
    expect(move('ArrowLeft', 4)).toBe(3);
  });

  it('stops at the first and the last card', () => {
    expect(move('ArrowLeft', 0)).toBe(0);
    expect(move('ArrowRight', 9)).toBe(9);
    expect(move('ArrowUp', 2)).toBe(2);
    expect(move('ArrowDown', 9)).toBe(9);
  });

  it('falls to the last card where the row below is short', () => {
    expect(move('ArrowDown', 5)).toBe(9);
    expect(move('ArrowDown', 7)).toBe(9);
  });

  it('knows home and end, and an empty sheet', () => {
    expect(move('Home', 6)).toBe(0);
    expect(move('End', 6)).toBe(9);
    expect(gridMove('ArrowRight', 0, 0, 4)).toBe(-1);
  });
});

describe('columnsFor', () => {
  it('fits as many cards as are at least that wide', () => {
    expect(columnsFor(1040, 232, 16)).toBe(4);
    expect(columnsFor(800, 232, 16)).toBe(3);
    expect(columnsFor(100, 232, 16)).toBe(1);
  });
});
