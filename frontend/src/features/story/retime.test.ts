import { describe, expect, it } from 'vitest';
import { aStory } from '@/test/fixtures';
import { moveBy, placedShots, sceneStarts } from './retime';

describe('places of shots', () => {
  it('are back to back, with scene and letter', () => {
    const placed = placedShots(aStory);
    expect(placed.slice(0, 3).map(({ code, start_s }) => [code, start_s])).toEqual([
      ['1A', 0],
      ['1B', 2.5],
      ['2A', 5],
    ]);
    expect(sceneStarts(aStory).slice(0, 3)).toEqual([0, 5, 9]);
  });
});

describe('moveBy', () => {
  it('names the shot to come after', () => {
    expect(moveBy(aStory, 'shot_2a', 1)).toEqual({ op: 'move_shot', id: 'shot_2a', after: 'shot_3a' });
    expect(moveBy(aStory, 'shot_2a', -1)).toEqual({ op: 'move_shot', id: 'shot_2a', after: 'shot_1a' });
  });

  it('puts the second shot first with an empty name', () => {
    expect(moveBy(aStory, 'shot_1b', -1)).toEqual({ op: 'move_shot', id: 'shot_1b', after: '' });
  });

  it('stops at the ends', () => {
    expect(moveBy(aStory, 'shot_1a', -1)).toBeNull();
    expect(moveBy(aStory, 'shot_6b', 1)).toBeNull();
  });
});
