import { describe, expect, it } from 'vitest';
import { aProject } from '@/test/fixtures';
import { railEntries } from './railLine';
import { approveWords, makeWords } from './stageWords';

const stages = aProject().stages;
const [, , storyboard] = stages;
if (!storyboard) throw new Error('the fixture has four stages');

describe('railEntries', () => {
  it('says state, trouble, price and what a stage waits for', () => {
    const [, , board, video] = railEntries(stages);
    expect(board?.line).toBe('Review, 1 stale, 1 failed');
    expect(video?.line).toBe('Next, about $3.10');
  });

  it('counts what is being made', () => {
    const making = { ...storyboard, state: 'making' as const, made: 3, total: 8 };
    expect(railEntries([making])[0]?.line).toBe('Making 4 of 8');
    expect(railEntries([{ ...storyboard, state: 'lapsed' }])[0]?.line).toBe('Approval lapsed');
  });
});

describe('words on the verdict', () => {
  it('carry the trouble and the price', () => {
    expect(approveWords(storyboard)).toBe('Approve with 1 stale and 1 failed');
    expect(approveWords({ ...storyboard, stale: 0, failed: 0 })).toBe('Approve storyboard');
    const free = { items: 5, usd_min: 0, usd_max: 0, usd_likely: 0, seconds_min: 9, seconds_max: 20 };
    expect(makeWords({ ...storyboard, name: 'references', made: 0, next: free })).toBe(
      'Make the references, free',
    );
    expect(makeWords(storyboard)).toBe('Make the missing 2 frames, $0.08');
  });
});
