import type { Item } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import { LOW_SCORE, mainScore } from '@/shared/lib/scores';

/** Which cards of a board are on show. */
export type BoardFilter = 'all' | 'needs' | 'stale' | 'failed' | 'unpicked' | 'low';
/** In which order: as in the film, or by score. */
export type BoardSort = 'film' | 'worst' | 'best';

/** What is on show of a board, and how. */
export interface BoardView {
  filter: BoardFilter;
  sort: BoardSort;
}

export const WHOLE_BOARD: BoardView = { filter: 'all', sort: 'film' };

const FILTERS: Readonly<Record<BoardFilter, (item: Item) => boolean>> = {
  all: () => true,
  needs: (item) => item.stale !== null || item.failure !== null || isUnpicked(item),
  stale: ({ stale }) => stale !== null,
  failed: ({ failure }) => failure !== null,
  unpicked: isUnpicked,
  low: (item) => {
    const score = scoreOf(item);
    return score !== null && score < LOW_SCORE;
  },
};

export const FILTER_WORDS: Readonly<Record<BoardFilter, string>> = {
  all: 'All',
  needs: 'Needs you',
  stale: 'Stale',
  failed: 'Failed',
  unpicked: 'New takes not in use',
  low: `Score below ${String(LOW_SCORE)}`,
};

export const SORT_WORDS: Readonly<Record<BoardSort, string>> = {
  film: 'As in the film',
  worst: 'Lowest score first',
  best: 'Highest score first',
};

/** The items on show, in order. Those without a score come last in an order by score. */
export function boardItems(items: readonly Item[], { filter, sort }: BoardView): Item[] {
  const shown = items.filter(FILTERS[filter]);
  if (sort === 'film') return shown;
  const direction = sort === 'worst' ? 1 : -1;
  return shown.toSorted((a, b) => {
    const [first, second] = [scoreOf(a), scoreOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return direction * (first - second);
  });
}

/** How many items each filter shows. */
export function filterCounts(items: readonly Item[]): Record<BoardFilter, number> {
  const count = (filter: BoardFilter) => items.filter(FILTERS[filter]).length;
  return {
    all: items.length,
    needs: count('needs'),
    stale: count('stale'),
    failed: count('failed'),
    unpicked: count('unpicked'),
    low: count('low'),
  };
}

/** Are there takes newer than the one in use, or none in use: someone has to look. */
function isUnpicked({ takes, selected, candidates }: Item): boolean {
  if (candidates.length > 0) return true;
  const newest = takes.at(-1);
  return newest !== undefined && (selected === null || newest.number > selected);
}

function scoreOf(item: Item): number | null {
  const take = shownTake(item);
  return (take && mainScore(take)?.value) ?? null;
}
