import type { Item } from '@/api/types';
import { sentence } from '@/shared/lib/words';

/** The edge print of a reference: its name, and at the right what it is of. */
export function referenceEdge(item: Item): { name: string; right: string; isCode: false } {
  return {
    name: item.label,
    isCode: false,
    right: item.kind === 'style' ? 'Style frame' : sentence(item.kind),
  };
}
