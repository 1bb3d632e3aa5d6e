import { describe, expect, it } from 'vitest';
import { aProject } from '@/test/fixtures';
import { placeBefore, shiftShot, shotIds } from './shotEdits';

const frames = aProject().items.filter(({ kind }) => kind === 'frame');
const order = shotIds(frames);
const frame = (code: string) => {
  const found = frames.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe('placeBefore', () => {
  it('names the shot to come after', () => {
    expect(placeBefore(order, 'shot_5a', 'shot_1b')).toEqual({
      op: 'move_shot',
      id: 'shot_5a',
      after: 'shot_1a',
    });
    expect(placeBefore(order, 'shot_5a', 'shot_1a')).toMatchObject({ after: '' });
    expect(placeBefore(order, 'shot_1a', null)).toMatchObject({ after: 'shot_6b' });
  });

  it('is nothing where the shot is there already', () => {
    expect(placeBefore(order, 'shot_1a', 'shot_1b')).toBeNull();
    expect(placeBefore(order, 'shot_1a', 'shot_1a')).toBeNull();
    expect(placeBefore(order, 'shot_6b', null)).toBeNull();
  });
});

describe('shiftShot', () => {
  it('moves one place and stops at the ends', () => {
    expect(shiftShot(frames, frame('2A'), -1)).toMatchObject({ id: 'shot_2a', after: 'shot_1a' });
    expect(shiftShot(frames, frame('2A'), 1)).toMatchObject({ id: 'shot_2a', after: 'shot_3a' });
    expect(shiftShot(frames, frame('1A'), -1)).toBeNull();
    expect(shiftShot(frames, frame('6B'), 1)).toBeNull();
  });
});
