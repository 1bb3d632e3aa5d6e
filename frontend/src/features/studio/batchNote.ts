import type { Item } from '@/api/types';
import { itemName } from '@/shared/lib/items';

/** Notes on single items as one note, "4A: warmer; 4B: closer", and the items it is about. */
export function batchNote(
  items: readonly Item[],
  texts: Readonly<Record<string, string>>,
): { text: string; items: Item[] } {
  const noted = items.filter(({ id }) => texts[id]?.trim());
  // A semicolon ends one item's part of the note, so inside a part it is a comma.
  const parts = noted.map((item) => `${itemName(item)}: ${clean(texts[item.id] ?? '')}`);
  return { text: parts.join('; '), items: noted };
}

function clean(text: string): string {
  return text
    .trim()
    .replace(/\s*;\s*/gu, ', ')
    .replace(/[.!]+$/u, '');
}
