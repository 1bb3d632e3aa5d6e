import { expect, it } from 'vitest';
import { wordDiff } from './diff';

it('counts and marks words that were added and removed', () => {
  const diff = wordDiff('One window lit, then a dog barks.', 'One window lit, then a cat looks up.');
  expect([diff.added, diff.removed]).toEqual([3, 2]);
  const side = (gone: 'added' | 'removed') =>
    diff.parts
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('');
  expect(side('added')).toBe('One window lit, then a dog barks.');
  expect(side('removed')).toBe('One window lit, then a cat looks up.');
});
