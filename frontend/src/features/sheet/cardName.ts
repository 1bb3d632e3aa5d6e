import type { Item, LiveProgress, LiveWaiting, Take } from '@/api/types';
import { lineWords, unknownWords } from '@/shared/lib/failures';
import { shownTake } from '@/shared/lib/items';
import { mainScore } from '@/shared/lib/scores';
import { ordinal, sentence } from '@/shared/lib/words';
import { cardState } from './cardState';
import { isUnknown } from './cardWords';

/** What a card is called by a screen reader: all that its picture, lines and marks say. */
export function cardName(item: Item, live?: LiveProgress, waiting?: LiveWaiting, vendor = ''): string {
  const take = shownTake(item);
  const parts = [
    item.code ? `${sentence(item.kind)} ${item.code}` : `${sentence(item.kind)} ${item.label}`,
    item.seconds === null ? '' : `${String(item.seconds)} seconds`,
    take ? `take ${String(take.number)} of ${String(item.takes.length)}` : 'no take',
    take ? scoreName(take) : '',
    item.candidates.length > 0 ? `${String(item.candidates.length)} new to pick from` : '',
    item.kept.length > 0 ? 'kept as it is' : '',
    stateWords(item, vendor, live, waiting),
  ];
  return parts.filter(Boolean).join(', ');
}

function stateWords(item: Item, vendor: string, live?: LiveProgress, waiting?: LiveWaiting): string {
  const state = cardState(item, live, waiting);
  switch (state.kind) {
    case 'made':
    case 'empty':
      return '';
    case 'stale':
      return `stale: ${state.cause}`;
    case 'queued':
      return state.position === null ? 'in line' : `${ordinal(state.position)} in line`;
    case 'waiting':
      return lineWords(state.place, vendor);
    case 'running':
      return 'being made';
    case 'cancelling':
      return 'being cancelled';
    case 'failed':
      return isUnknown(state) ? unknownWords(vendor) : `failed: ${state.failure.message}`;
  }
}

function scoreName(take: Take): string {
  if (take.scoring === 'waiting') return 'score is being measured';
  const score = mainScore(take);
  return score?.value == null ? '' : `${score.name.toLowerCase()} ${String(Math.round(score.value))}`;
}
