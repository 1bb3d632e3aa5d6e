import { blobUrl } from '@/api/projects';
import type { Item, Take } from '@/api/types';
import { itemName, shownTake } from '@/shared/lib/items';
import { mainScore } from '@/shared/lib/scores';

/** A take to be put into use. */
export interface Pick {
  item: Item;
  take: number;
}

/** The newest take of each item that is not in use yet. */
export function newestPicks(items: readonly Item[]): Pick[] {
  return picks(items, ({ takes }) => takes.at(-1));
}

/** The take with the highest measured score of each item that is not in use yet. */
export function bestPicks(items: readonly Item[]): Pick[] {
  return picks(items, ({ takes }) => {
    const scored = takes.flatMap((take) => {
      const value = mainScore(take)?.value ?? null;
      return value === null ? [] : [{ take, value }];
    });
    return scored.toSorted((a, b) => b.value - a.value)[0]?.take;
  });
}

function picks(items: readonly Item[], choose: (item: Item) => Take | undefined): Pick[] {
  return items.flatMap((item) => {
    const take = choose(item);
    return take && take.number !== item.selected ? [{ item, take: take.number }] : [];
  });
}

/** Saves a take as a file, named after its item. */
export function downloadTake(item: Item, take: Take): void {
  if (!take.media) return;
  const name = `${itemName(item)} take ${String(take.number)}`.replaceAll(/[^\p{L}\p{N} -]/gu, '');
  const ending = take.media.media_type.split('/')[1] ?? 'bin';
  const link = document.createElement('a');
  link.href = blobUrl(take.media.sha256, { download: `${name}.${ending}` });
  link.download = `${name}.${ending}`;
  link.click();
}

/** Saves the takes in use as files. */
export function downloadTakes(items: readonly Item[]): void {
  for (const item of items) {
    const take = shownTake(item);
    if (take) downloadTake(item, take);
  }
}
