import { describe, expect, it } from 'vitest';
import { anItem, aProject, aTake } from '@/test/fixtures';
import { boardItems, filterCounts } from './boardOrder';

const frames = aProject().items.filter(({ kind }) => kind === 'frame');
const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);

const scored = (code: string, value: number | null) =>
  anItem({
    id: code,
    code,
    takes: [
      aTake({
        overall: null,
        scores: [{ name: 'Match', value, scale: '0 to 100', method: 'Counted', region: null }],
      }),
    ],
  });

describe('boardItems', () => {
  it('shows what is stale, failed, or both', () => {
    expect(codes(boardItems(frames, { filter: 'stale', sort: 'film' }))).toEqual(['2A']);
    expect(codes(boardItems(frames, { filter: 'failed', sort: 'film' }))).toEqual(['5B']);
    expect(codes(boardItems(frames, { filter: 'needs', sort: 'film' }))).toEqual(['2A', '5B']);
    expect(filterCounts(frames)).toMatchObject({ all: frames.length, stale: 1, failed: 1, needs: 2 });
  });

  it('shows where a take is newer than the one in use', () => {
    const takes = [aTake({ number: 1 }), aTake({ number: 2 })];
    const old = anItem({ id: 'old', code: 'old', takes, selected: 1 });
    const newest = anItem({ id: 'new', code: 'new', takes, selected: 2 });
    expect(codes(boardItems([old, newest], { filter: 'unpicked', sort: 'film' }))).toEqual(['old']);
  });

  it('orders by score, those that were not measured last', () => {
    const items = [scored('a', 70), scored('b', null), scored('c', 20), scored('d', 90)];
    expect(codes(boardItems(items, { filter: 'all', sort: 'worst' }))).toEqual(['c', 'a', 'd', 'b']);
    expect(codes(boardItems(items, { filter: 'all', sort: 'best' }))).toEqual(['d', 'a', 'c', 'b']);
    expect(codes(boardItems(items, { filter: 'low', sort: 'film' }))).toEqual(['c']);
  });
});
