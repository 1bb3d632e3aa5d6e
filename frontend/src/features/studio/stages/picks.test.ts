import { describe, expect, it } from 'vitest';
import { anItem, aTake } from '@/test/fixtures';
import { bestPicks, newestPicks } from './picks';

const scored = (number: number, value: number | null) =>
  aTake({
    number,
    overall: null,
    scores: [{ name: 'Match', value, scale: '0 to 100', method: 'Counted', region: null }],
  });
const item = anItem({ takes: [scored(1, 90), scored(2, 40), scored(3, null)], selected: 2 });

describe('picks', () => {
  it('are the newest, or the best measured', () => {
    expect(newestPicks([item])).toEqual([{ item, take: 3 }]);
    expect(bestPicks([item])).toEqual([{ item, take: 1 }]);
  });

  it('leave out what is in use already', () => {
    expect(newestPicks([{ ...item, selected: 3 }])).toEqual([]);
    expect(bestPicks([{ ...item, selected: 1 }, anItem({ takes: [], selected: null })])).toEqual([]);
  });
});
