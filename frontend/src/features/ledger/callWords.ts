import type { Call, CallState, Ledger, SpendLine } from '@/api/types';
import type { TagTone } from '@/shared/ui';
import { sentence } from '@/shared/lib/words';

/** What a state of a call means for money. */
export const STATE_WORDS: Readonly<Record<CallState, { label: string; tone: TagTone; meaning: string }>> = {
  reserved: { label: 'Held', tone: 'plain', meaning: 'Money is held; nothing was sent yet' },
  sent: { label: 'Sent', tone: 'accent', meaning: 'On its way to the vendor' },
  accepted: { label: 'Under way', tone: 'accent', meaning: 'The vendor has taken it' },
  settled: { label: 'Paid', tone: 'ok', meaning: 'The vendor answered; this is what it cost' },
  released: { label: 'Not charged', tone: 'plain', meaning: 'The money is free again' },
  unknown: { label: 'Unknown', tone: 'stale', meaning: 'Nobody knows whether the vendor took it' },
};

/** What a call was for, from its item's name: `Story`, `Frame s2a`, `Reference maren`. */
export function itemWords({ item }: Pick<Call, 'item'>): string {
  const [kind = '', ...rest] = item.split('-');
  const name = rest.join(' ');
  if (kind === 'ref') return name ? `Reference ${name}` : 'Reference';
  return [sentence(kind), name].filter(Boolean).join(' ');
}

/** What the vendor counted: `1 image`, `1,800 input tokens`; the call itself goes without saying. */
export function usageWords(chargedFor: Call['charged_for']): string {
  return Object.entries(chargedFor)
    .filter(([unit, amount]) => amount > 0 && unit !== 'call')
    .map(([unit, amount]) => {
      const number = amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
      const name = unit.replaceAll('_', ' ');
      return `${number} ${amount === 1 ? name : `${name}s`}`;
    })
    .join(', ');
}

export interface Sum {
  name: string;
  calls: number;
  usd: number;
  held: number;
}

/** The ledger's sums put together by stage or by model, dearest first. */
export function sumsBy(lines: readonly SpendLine[], part: 'stage' | 'model'): Sum[] {
  const sums = new Map<string, Sum>();
  for (const line of lines) {
    const sum = sums.get(line[part]) ?? { name: line[part], calls: 0, usd: 0, held: 0 };
    sums.set(line[part], {
      ...sum,
      calls: sum.calls + line.calls,
      usd: sum.usd + line.usd,
      held: sum.held + line.held_usd,
    });
  }
  return [...sums.values()].sort((one, other) => other.usd - one.usd || other.held - one.held);
}

/** How many calls the filter lets through. */
export const callCount = (ledger: Ledger) => ledger.sums.reduce((sum, line) => sum + line.calls, 0);
