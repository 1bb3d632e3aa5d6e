import type { Score, Take } from '@/api/types';

/** A score from 0 to 100 below this is low, and says so. */
export const LOW_SCORE = 60;

/** The score a take is judged by at a glance: the first that was measured, else the first. */
export function mainScore({ scores }: Take): Score | undefined {
  return scores.find(({ value }) => value !== null) ?? scores[0];
}
