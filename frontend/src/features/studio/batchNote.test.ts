import { describe, expect, it } from 'vitest';
import { anItem } from '@/test/fixtures';
import { batchNote } from './batchNote';

const frames = ['4A', '4B', '5A'].map((code) => anItem({ id: code, code }));

describe('batchNote', () => {
  it('names each frame that has a note, and leaves the others out', () => {
    const { text, items } = batchNote(frames, { '4A': ' warmer; closer. ', '4B': '  ', '5A': 'at night' });
    expect(text).toBe('4A: warmer, closer; 5A: at night');
    expect(items.map(({ id }) => id)).toEqual(['4A', '5A']);
  });

  it('is empty without a word', () => {
    expect(batchNote(frames, {}).text).toBe('');
  });
});
