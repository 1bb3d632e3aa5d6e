import clsx from 'clsx';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Item, LiveProgress, LiveWaiting } from '@/api/types';
import { nextTake, takesUploads } from '@/shared/lib/items';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { columnsFor, gridMove, isGridKey } from './gridMoves';
import { ItemCard, type CardActions, type ItemCardProps } from './ItemCard';
import { firstFile } from './uploads';

const GAP_X = 16;

/** What a sheet needs to know of one card beyond its item. */
export type CardLook = Pick<ItemCardProps, 'edge' | 'ratio' | 'lockedBecause' | 'poster'> & {
  fit?: 'cover' | 'contain';
};

interface ContactSheetProps extends CardActions {
  /** Name of the grid: "Frames". */
  label: string;
  items: readonly Item[];
  /** Narrowest card, in pixels. */
  cardWidth: number;
  look: (item: Item) => CardLook;
  progressOf: (itemId: string) => LiveProgress | undefined;
  waitingOf: (itemId: string) => LiveWaiting | undefined;
  /** Who serves the stage's model; "" where it is rehearsed. */
  vendor: string;
  selection: Selection;
  onChange: (change: SelectionChange) => void;
  onUpload: (item: Item, file: File) => void;
  /** A last tile: "Add shot". */
  trailing?: ReactNode;
}

/** All items of a stage side by side; one of them holds the focus and arrows move it. */
export function ContactSheet(props: ContactSheetProps) {
  const { label, items, cardWidth, look, progressOf, selection, onChange, onUpload, onEnlarge, trailing } =
    props;
  const grid = useRef<HTMLDivElement>(null);
  const columns = useColumns(grid, cardWidth);
  const [dropOn, setDropOn] = useState<string | null>(null);
  const focusId = selection.focused ?? items[0]?.id;

  const focusCard = (index: number) => {
    grid.current?.querySelectorAll<HTMLElement>('[role="gridcell"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget && (event.target as HTMLElement).role !== 'gridcell') return;
    const index = items.findIndex(({ id }) => id === focusId);
    const item = items[index];
    if (!item) return;
    const mod = event.ctrlKey || event.metaKey;
    if (isGridKey(event.key) && !mod && !event.altKey) {
      const next = gridMove(event.key, index, items.length, columns);
      const target = items[next];
      if (target) onChange({ kind: event.shiftKey ? 'range' : 'focus', id: target.id });
      focusCard(next);
    } else if (event.key === ' ') onChange({ kind: 'toggle', id: item.id });
    else if (event.key === 'Enter' && !mod) onEnlarge(item);
    else if (event.key.toLowerCase() === 'a' && mod) onChange({ kind: 'all' });
    else if (event.key === 'Escape' && selection.selected.length > 0) onChange({ kind: 'clear' });
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const file = firstFile(event.clipboardData);
    const item = items.find(({ id }) => id === focusId);
    if (!file || !item || !takesUploads(item)) return;
    event.preventDefault();
    onUpload(item, file);
  };

  const rows = inRows(items, columns);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      className="grid gap-x-4 gap-y-3.5 px-3 py-3 outline-none sm:px-5"
      style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}
    >
      {rows.map((row, rowIndex) => (
        <div key={row[0]?.id ?? rowIndex} role="row" aria-rowindex={rowIndex + 1} className="contents">
          {row.map((item) => (
            <Cell
              key={item.id}
              sheet={props}
              item={item}
              look={look(item)}
              live={progressOf(item.id)}
              focusable={item.id === focusId}
              dropping={dropOn === item.id}
              onDropping={setDropOn}
            />
          ))}
          {rowIndex === rows.length - 1 && trailing !== undefined && <div role="gridcell">{trailing}</div>}
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  sheet: ContactSheetProps;
  item: Item;
  look: CardLook;
  live: LiveProgress | undefined;
  focusable: boolean;
  dropping: boolean;
  onDropping: (id: string | null) => void;
}

function Cell({ sheet, item, look, live, focusable, dropping, onDropping }: CellProps) {
  const { selection, onChange, onUpload } = sheet;
  const selected = selection.selected.includes(item.id);
  const uploads = takesUploads(item) && !item.work;
  return (
    // The grid around it hears the keys: Space selects, Enter enlarges.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      tabIndex={focusable ? 0 : -1}
      data-item={item.id}
      aria-selected={selected}
      onClick={(event) => {
        const kind = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
        onChange({ kind, id: item.id });
      }}
      onDoubleClick={() => {
        sheet.onEnlarge(item);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onChange({ kind: 'look', id: item.id });
      }}
      onDragOver={(event) => {
        if (!uploads || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        onDropping(item.id);
      }}
      onDragLeave={() => {
        onDropping(null);
      }}
      onDrop={(event) => {
        const file = firstFile(event.dataTransfer);
        onDropping(null);
        if (!file || !uploads) return;
        event.preventDefault();
        onUpload(item, file);
      }}
      className={clsx(
        'group relative min-w-0 scroll-my-3 cursor-default rounded-card outline-offset-[3px] select-none',
        'before:absolute before:-inset-x-[7px] before:-inset-y-1.5 before:rounded-plan [&>:not(.sr-only)]:relative',
        selected && 'before:bg-raised before:edge-ac focus-visible:outline-offset-[11px]',
        !selected && 'hover:before:edge-2',
        dropping && 'before:bg-ac-tint before:edge-ac',
      )}
    >
      <ItemCard
        {...look}
        item={item}
        live={live}
        waiting={sheet.waitingOf(item.id)}
        vendor={sheet.vendor}
        selected={selected}
        reachable={focusable}
        dropWords={dropping ? `Drop to add take ${String(nextTake(item))}` : ''}
        onTick={() => {
          onChange({ kind: 'toggle', id: item.id });
        }}
        onRetry={sheet.onRetry}
        onCheck={sheet.onCheck}
        onBudget={sheet.onBudget}
        onRenew={sheet.onRenew}
        onCancel={sheet.onCancel}
        onEnlarge={sheet.onEnlarge}
      />
    </div>
  );
}

function useColumns(grid: { current: HTMLElement | null }, cardWidth: number): number {
  const [columns, setColumns] = useState(4);
  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      const inner = element.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0);
      if (inner > 0) setColumns(columnsFor(inner, cardWidth, GAP_X));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [grid, cardWidth]);
  return columns;
}

function inRows(items: readonly Item[], columns: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  );
}
