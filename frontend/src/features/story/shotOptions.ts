import type { Shot } from '@/api/types';
import { sentence } from '@/shared/lib/words';

export const SIZES: readonly Shot['size'][] = [
  'extreme wide',
  'wide',
  'full',
  'medium wide',
  'medium',
  'medium close-up',
  'close-up',
  'insert',
];

export const MOVES: readonly Shot['move'][] = [
  'static',
  'push in',
  'pull out',
  'pan left',
  'pan right',
  'tilt up',
  'tilt down',
  'handheld',
  'drift',
];

/** Choices of a list that opens. */
export function optionsOf<T extends string>(values: readonly T[]): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: sentence(value) }));
}
