import type { Sampled } from '@/api/types';
import type { Bucket } from '@/api/insights';
import { countOf } from '@/shared/lib/words';

/** A duration of people's work in its best unit: `42 s`, `14 min`, `2.5 h`, `3.1 days`. */
export function formatSpan(seconds: number): string {
  if (seconds < 90) return `${String(Math.round(seconds))} s`;
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} min`;
  if (seconds < 172_800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} days`;
}

/** `57 %` of a share from 0 to 1. */
export const formatShare = (share: number) => `${String(Math.round(share * 100))} %`;

/** `12 of 40`, as a share; a dash where there is nothing to share. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? formatShare(part / whole) : '–');

/** `+41`, `−7`. */
export const formatSigned = (value: number) =>
  `${value < 0 ? '−' : '+'}${String(Math.abs(Math.round(value)))}`;

/** Why a sampled number is missing: `too few, 3 of 10`. */
export const tooFew = (sampled: Sampled, fewest: number) =>
  `too few, ${String(sampled.count)} of ${String(fewest)}`;

/** `88 answers, 30 to 52 at 95 %`, with the interval said by `say`. */
export function answersWords(sampled: Sampled, say: (value: number) => string): string {
  const answers = countOf(sampled.count, 'answer');
  if (sampled.low === null || sampled.high === null) return answers;
  return `${answers}, ${say(sampled.low)} to ${say(sampled.high)} at 95 %`;
}

/** The first day of a period on an axis: `Nov 16`, `Nov 2026` for a month. */
export function periodLabel(begins: string, bucket: Bucket): string {
  return new Date(`${begins}T00:00:00`).toLocaleDateString(
    'en-US',
    bucket === 'month' ? { month: 'short', year: 'numeric' } : { month: 'short', day: 'numeric' },
  );
}

/** A code of a failure in words: `vendor timeout`. */
export const codeWords = (code: string) => code.replaceAll('_', ' ');
