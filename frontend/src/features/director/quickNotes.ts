import type { Stage } from '@/api/types';

/** Notes that are often wanted in a stage, one press away. */
export const QUICK_NOTES: Readonly<Record<Stage, readonly string[]>> = {
  story: ['Shorter', 'Warmer', 'Less dialogue', 'New ending'],
  references: ['Simpler', 'Warmer light', 'Other clothes', 'Same style'],
  storyboard: ['Brighter', 'Closer', 'Same light', 'Other angle'],
  video: ['Slower', 'Steadier', 'Shorter cut', 'Dissolves'],
};

/** What a note is about when nothing is selected. */
export const WHOLE_STAGE: Readonly<Record<Stage, string>> = {
  story: 'the whole story',
  references: 'all references',
  storyboard: 'the whole storyboard',
  video: 'the whole film',
};
