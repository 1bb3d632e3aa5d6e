import type { Item } from '@/api/types';
import { outcomeUnknown } from '@/shared/lib/failures';
import { nextTake } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { formatLeft, formatWait } from '@/shared/lib/time';
import { ordinal } from '@/shared/lib/words';
import type { CardState } from './cardState';

const MAKING: Readonly<Record<Item['kind'], string>> = {
  story: 'Writing',
  character: 'Drawing',
  place: 'Drawing',
  product: 'Drawing',
  style: 'Drawing',
  frame: 'Drawing',
  clip: 'Filming',
  cut: 'Cutting',
};

/** "Drawing, 62 %", or how long it has run and usually takes where no share is known. */
export function runningWords(item: Item, percent: number | null, elapsed: number): string {
  const verb = MAKING[item.kind];
  if (percent !== null) return `${verb}, ${String(percent)} %`;
  const usual = item.work?.usual_seconds ?? item.usual_seconds;
  if (usual > 0 && elapsed > usual * 1.5) return `${verb}, ${formatWait(elapsed)}, longer than usual`;
  return usual > 0
    ? `${verb}, ${formatWait(elapsed)} of about ${formatWait(usual)}`
    : `${verb}, ${formatWait(elapsed)}`;
}

/** "about 9 s left"; "" when it can't be told. */
export function leftWords(secondsLeft: number | null): string {
  return secondsLeft === null ? '' : `${formatLeft(secondsLeft)} left`;
}

/** "3rd in line". */
export function queueWords(position: number | null): string {
  return position === null ? 'In line' : `${ordinal(position)} in line`;
}

/** The line of a card whose older take stays on show after a failure. */
export function keptWords(item: Item): string {
  const kept = item.selected === null ? '' : `, take ${String(item.selected)} in use`;
  return `Take ${String(nextTake(item))} failed${kept}`;
}

/** "Retry, free", "Renew, $0.04". */
export function pricedVerb(verb: string, usd: number): string {
  return `${verb}, ${formatUsd(usd)}`;
}

/** Was it never learned whether the maker took the job. */
export function isUnknown(state: CardState): boolean {
  return state.kind === 'failed' && outcomeUnknown(state.failure);
}
