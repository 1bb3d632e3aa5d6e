import type { Item, LiveProgress } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import { ordinal, sentence } from '@/shared/lib/words';
import { cardState } from './cardState';

/** What a card is called by a screen reader: all that its picture, lines and marks say. */
export function cardName(item: Item, live?: LiveProgress): string {
  const take = shownTake(item);
  const parts = [
    item.code ? `${sentence(item.kind)} ${item.code}` : `${sentence(item.kind)} ${item.label}`,
    item.seconds === null ? '' : `${String(item.seconds)} seconds`,
    take ? `take ${String(take.number)} of ${String(item.takes.length)}` : 'no take',
    ...(take?.scores ?? []).flatMap((score) =>
      score.value === null ? [] : [`${score.name.toLowerCase()} ${String(Math.round(score.value))}`],
    ),
    stateWords(item, live),
  ];
  return parts.filter(Boolean).join(', ');
}

function stateWords(item: Item, live?: LiveProgress): string {
  const state = cardState(item, live);
  switch (state.kind) {
    case 'made':
    case 'empty':
      return '';
    case 'stale':
      return `stale: ${state.cause}`;
    case 'queued':
      return state.position === null ? 'in line' : `${ordinal(state.position)} in line`;
    case 'running':
      return 'being made';
    case 'cancelling':
      return 'being cancelled';
    case 'failed':
      return `failed: ${state.failure.message}`;
  }
}
