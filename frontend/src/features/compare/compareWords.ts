import { itemName } from '@/shared/lib/items';
import type { Compared } from './comparePair';

/** "Take 2" where both are of one item, "4A take 2" where they are not. */
export function titleOf({ item, take }: Compared, sameItem: boolean): string {
  return sameItem ? `Take ${String(take.number)}` : `${itemName(item)} take ${String(take.number)}`;
}

/** "Differs in 12 % of the picture"; equal pictures say so. */
export function differenceWords(share: number | null): string {
  if (share === null) return 'Difference is being measured';
  if (share === 0) return 'No pixel differs';
  const percent = share * 100;
  return `${percent < 1 ? 'Less than 1' : String(Math.round(percent))} % of the picture differs`;
}
