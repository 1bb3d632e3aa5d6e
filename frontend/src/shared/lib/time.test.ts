import { describe, expect, it } from 'vitest';
import { formatClock, formatMoment, formatSeconds, formatWait } from './time';

describe('formatClock', () => {
  it('counts minutes and seconds', () => {
    expect([0, 14, 65, 14.9, -1].map(formatClock)).toEqual(['0:00', '0:14', '1:05', '0:14', '0:00']);
  });
});

describe('formatSeconds', () => {
  it('always has one decimal', () => {
    expect(formatSeconds(3)).toBe('3.0 s');
  });
});

describe('formatWait', () => {
  it.each([
    [9, 9, '9 s'],
    [35, 60, '35 to 60 s'],
    [180, 300, '3 to 5 min'],
    [10, 180, 'under 3 min'],
    [0.2, 0.4, 'under 1 s'],
    [0.4, 2, '1 to 2 s'],
  ])('says %d to %d as %s', (low, high, words) => {
    expect(formatWait(low, high)).toBe(words);
  });
});

describe('formatMoment', () => {
  const now = new Date(2026, 10, 20, 15, 0);
  it.each([
    [new Date(2026, 10, 20, 9, 4), '9:04'],
    [new Date(2026, 10, 19, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 17, 8, 0), 'Nov 17'],
    [new Date(2025, 0, 2, 8, 0), 'Jan 2, 2025'],
  ])('says %s as %s', (moment, words) => {
    expect(formatMoment(moment.toISOString(), now)).toBe(words);
  });
});
