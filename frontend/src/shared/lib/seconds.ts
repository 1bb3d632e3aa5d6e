/** Shots last a multiple of half a second, and at least one second. */
export const SHOT_STEP_S = 0.5;
const SHOT_MIN_S = 1;
const SHOT_MAX_S = 30;

/** The nearest length a shot can have. */
export function snapSeconds(seconds: number): number {
  const snapped = Math.round(seconds / SHOT_STEP_S) * SHOT_STEP_S;
  return Math.min(SHOT_MAX_S, Math.max(SHOT_MIN_S, snapped));
}

/** Seconds typed by a person ("2.5", "2,5 s"), snapped; null when it is not a number. */
export function parseSeconds(text: string): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*s?\s*$/i.exec(text);
  const [, digits] = match ?? [];
  return digits === undefined ? null : snapSeconds(Number(digits.replace(',', '.')));
}
