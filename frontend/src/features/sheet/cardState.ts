import type { Failure, Item, LiveProgress, LiveWaiting } from '@/api/types';
import { shownTake } from '@/shared/lib/items';

/** What a card shows. `older`: an earlier take's picture stays on show while this goes on. */
export type CardState =
  | { kind: 'empty' }
  | { kind: 'made' }
  | { kind: 'stale'; cause: string }
  | { kind: 'queued'; position: number | null; older: boolean }
  | { kind: 'waiting'; place: number; secondsLeft: number; older: boolean }
  | { kind: 'running'; percent: number | null; secondsLeft: number | null; older: boolean }
  | { kind: 'cancelling'; older: boolean }
  | { kind: 'failed'; failure: Failure; older: boolean };

/** Work goes before failure, failure before stale: the newest fact wins. */
export function cardState(item: Item, live?: LiveProgress, waiting?: LiveWaiting): CardState {
  const older = shownTake(item) !== undefined;
  const { work, failure, stale } = item;
  if (work?.status === 'cancelling') return { kind: 'cancelling', older };
  if (work?.status === 'queued') return { kind: 'queued', position: work.position, older };
  if (work && waiting) {
    return { kind: 'waiting', place: waiting.place, secondsLeft: waiting.seconds_left, older };
  }
  if (work) {
    const share = Math.max(work.progress, live?.progress ?? 0);
    // 0 means that the maker has not said how far it is.
    const percent = share > 0 ? Math.min(100, Math.round(share * 100)) : null;
    return { kind: 'running', percent, secondsLeft: live?.seconds_left ?? null, older };
  }
  if (failure) return { kind: 'failed', failure, older };
  if (stale) return { kind: 'stale', cause: stale.causes[0] ?? 'made from takes no longer in use' };
  return older ? { kind: 'made' } : { kind: 'empty' };
}

/** Is a take of it on its way. */
export const isBusy = ({ kind }: CardState) => kind === 'running' || kind === 'queued' || kind === 'waiting';
