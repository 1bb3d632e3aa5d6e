import type { Failure } from '@/api/types';
import { formatLeft } from './time';
import { ordinal } from './words';

const TO_PROVIDERS: ReadonlySet<string> = new Set([
  'key_missing',
  'vendor_key_rejected',
  'vendor_credit_low',
  'vendor_unsupported',
  'vendor_model_gone',
  'model_gone',
  'model_ended',
]);

const TITLES: Readonly<Record<string, string>> = {
  outcome_unknown: 'Outcome unknown',
  key_missing: 'No key',
  vendor_key_rejected: 'Key not taken',
  vendor_credit_low: 'Credit used up',
  vendor_down: 'Vendor down',
  vendor_busy: 'Vendor busy',
  vendor_too_slow: 'Too slow',
  content_refused: 'Refused',
  budget_exceeded: 'Over budget',
  month_budget_exceeded: "Over the month's budget",
};

/** Was it never learned whether the vendor took the job. */
export const outcomeUnknown = ({ code }: Pick<Failure, 'code'>) => code === 'outcome_unknown';

/** "2nd in line at Replicate", while the vendor takes no more calls at once. */
export function lineWords(place: number, vendor: string): string {
  return `${ordinal(place)} in line${vendor ? ` at ${vendor}` : ''}`;
}

/** When its turn comes: "about 9 s"; without a figure where it hangs on the calls before it. */
export function turnWords(secondsLeft: number): string {
  return secondsLeft < 1 ? 'after the calls before it' : formatLeft(secondsLeft);
}

/** What is said of a job of which nobody knows whether the vendor took it. */
export function unknownWords(vendor: string): string {
  const who = vendor || 'The vendor';
  return `It is not known whether this was charged. ${who} may have taken the job; nothing is sent again by itself.`;
}

/** Where a failure sends people: to the providers' keys, to the budget, nowhere. */
export function wayOut({ code }: Failure): 'providers' | 'budget' | null {
  if (TO_PROVIDERS.has(code)) return 'providers';
  return code === 'budget_exceeded' || code === 'month_budget_exceeded' ? 'budget' : null;
}

/** A failure in two words, over its sentence. */
export function failureTitle({ code }: Failure): string {
  return TITLES[code] ?? 'Not made';
}

/** Whether money went: "Not charged.", "" where it is free anyhow or the message says so itself. */
export function chargeWords(failure: Failure): string {
  if (failure.charged === null) return 'It is not known whether it was charged.';
  if (/charged/iu.test(failure.message)) return '';
  return failure.charged ? 'Charged.' : 'Not charged.';
}
