import type { Item, Take } from '@/api/types';

/** Two takes side by side: of one item, or of two. */
export interface Compared {
  item: Item;
  take: Take;
}

/** Where the handle goes with a key, in percent; null for another key. Arrows 1 %, with Shift 10 %. */
export function handleMove(percent: number, key: string, shift: boolean): number | null {
  const step = shift ? 10 : 1;
  const target = { ArrowLeft: percent - step, ArrowRight: percent + step, Home: 0, End: 100 }[key];
  return target === undefined ? null : Math.min(100, Math.max(0, target));
}

/** The pair to start with: two items' takes in use, or one item's take in use and the take before it. */
export function pairOf(items: readonly Item[]): [Compared, Compared] | null {
  const [first, second] = items;
  if (first && second && items.length === 2) {
    const [a, b] = [inUse(first), inUse(second)];
    return a && b ? [a, b] : null;
  }
  if (!first || items.length !== 1 || first.takes.length < 2) return null;
  const b = inUse(first);
  if (!b) return null;
  const other = first.takes.filter(({ number }) => number !== b.take.number);
  const before = other.filter(({ number }) => number < b.take.number).at(-1) ?? other.at(-1);
  return before ? [{ item: first, take: before }, b] : null;
}

function inUse(item: Item): Compared | null {
  const take = item.takes.find(({ number }) => number === item.selected) ?? item.takes.at(-1);
  return take?.media ? { item, take } : null;
}

/** The pair with another take of the same item in A's or B's place; choosing the other one's take swaps them. */
export function replaced(
  [a, b]: readonly [Compared, Compared],
  letter: 'A' | 'B',
  take: Take,
): [Compared, Compared] {
  const [own, other] = letter === 'A' ? [a, b] : [b, a];
  const next = { item: own.item, take };
  const kept = other.take.number === take.number ? own : other;
  return letter === 'A' ? [next, kept] : [kept, next];
}
