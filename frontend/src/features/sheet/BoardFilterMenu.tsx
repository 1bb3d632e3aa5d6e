import { ListFilter } from 'lucide-react';
import type { Item } from '@/api/types';
import { Button, Menu, MenuCheck, MenuLabel, MenuSeparator } from '@/shared/ui';
import {
  FILTER_WORDS,
  filterCounts,
  SORT_WORDS,
  type BoardFilter,
  type BoardSort,
  type BoardView,
} from './boardOrder';

interface BoardFilterMenuProps {
  items: readonly Item[];
  view: BoardView;
  onChange: (view: BoardView) => void;
}

/** Which cards are on show, and in which order. */
export function BoardFilterMenu({ items, view, onChange }: BoardFilterMenuProps) {
  const counts = filterCounts(items);
  const filtered = view.filter !== 'all';
  const sorted = view.sort !== 'film';
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="compact"
          pressed={filtered || sorted}
          icon={<ListFilter aria-hidden size={15} strokeWidth={1.75} />}
        >
          {filtered
            ? `${FILTER_WORDS[view.filter]}, ${String(counts[view.filter])}`
            : sorted
              ? SORT_WORDS[view.sort]
              : 'Filter'}
        </Button>
      }
    >
      <MenuLabel>Show</MenuLabel>
      {(Object.keys(FILTER_WORDS) as BoardFilter[]).map((filter) => (
        <MenuCheck
          key={filter}
          checked={view.filter === filter}
          onChange={() => {
            onChange({ ...view, filter });
          }}
        >
          <span className="flex-1">{FILTER_WORDS[filter]}</span>
          <span className="num text-tx-3">{counts[filter]}</span>
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuLabel>Order</MenuLabel>
      {(Object.keys(SORT_WORDS) as BoardSort[]).map((sort) => (
        <MenuCheck
          key={sort}
          checked={view.sort === sort}
          onChange={() => {
            onChange({ ...view, sort });
          }}
        >
          {SORT_WORDS[sort]}
        </MenuCheck>
      ))}
    </Menu>
  );
}
