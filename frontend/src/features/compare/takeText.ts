import type { Item, Take } from '@/api/types';
import { itemName } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment, formatSeconds } from '@/shared/lib/time';

/** The facts of a take in the order they are read: name and value. */
export function takeFacts(take: Take): [string, string][] {
  const { media } = take;
  const own = take.origin === 'upload' || take.origin === 'hand';
  return [
    ['Model', take.model || 'none'],
    ['Provider', take.provider || 'none'],
    ['Seed', own ? 'none' : String(take.seed)],
    ...(media ? ([['Size', `${String(media.width)} × ${String(media.height)}`]] as [string, string][]) : []),
    ...(media?.seconds ? ([['Length', formatSeconds(media.seconds)]] as [string, string][]) : []),
    ['Price', formatUsd(take.cost_usd)],
    ['Made', formatMoment(take.created_at)],
    ...(take.parent === null ? [] : ([['Parent', `Take ${String(take.parent)}`]] as [string, string][])),
  ];
}

/** Everything known of a take as plain text, for the clipboard. */
export function takeText(item: Item, take: Take): string {
  const scores = take.scores.map(({ name, value, scale, method }) =>
    value === null
      ? `${name}: not measured. ${method}`
      : `${name}: ${String(Math.round(value))} (${scale}). ${method}`,
  );
  const parts = [
    `${itemName(item)}, take ${String(take.number)}: ${item.summary}`,
    take.note && `Note: ${take.note}`,
    take.prompt && `Prompt: ${take.prompt}`,
    ...scores,
    ...take.made_from.map(({ label, take: number }) => `Made from ${label}, take ${String(number)}`),
    ...takeFacts(take).map(([name, value]) => `${name}: ${value}`),
  ];
  return parts.filter(Boolean).join('\n');
}
