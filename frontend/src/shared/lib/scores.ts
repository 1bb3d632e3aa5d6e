import type { Score, Take } from '@/api/types';

/** A score from 0 to 100 below this is low, and says so. */
export const LOW_SCORE = 60;

/** The score a take is judged by at a glance: the overall one, else the first that was measured; undefined where
 * none is to be had, or none is there yet. */
export function mainScore({ overall, scores }: Take): Score | undefined {
  if (overall && overall.value !== null) return overall;
  return scores.find(({ value }) => value !== null) ?? overall ?? scores[0];
}
