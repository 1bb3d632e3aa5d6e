import type { Take } from '@/api/types';

/** A take with the takes that were made from it. */
export interface TakeNode {
  readonly take: Take;
  readonly children: readonly TakeNode[];
}

/** The takes of an item as a tree, by which take each was made from; oldest first. */
export function takeTree(takes: readonly Take[]): TakeNode[] {
  const known = new Set(takes.map(({ number }) => number));
  const byParent = new Map<number | null, Take[]>();
  for (const take of takes) {
    // A take whose parent is gone or comes later stands on its own: no take is ever lost, no circle walked.
    const parent =
      take.parent !== null && known.has(take.parent) && take.parent < take.number ? take.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), take]);
  }
  const grow = (parent: number | null): TakeNode[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => a.number - b.number)
      .map((take) => ({ take, children: grow(take.number) }));
  return grow(null);
}
