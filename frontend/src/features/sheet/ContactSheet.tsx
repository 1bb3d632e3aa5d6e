import clsx from 'clsx';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Item, LiveProgress, LiveWaiting } from '@/api/types';
import { nextTake, takesUploads } from '@/shared/lib/items';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { columnsFor, gridMove, isGridKey } from './gridMoves';
import { ItemCard, type CardActions, type ItemCardProps } from './ItemCard';
import { firstFile } from './uploads';

const GAP_X = 16;
/** Marks a drag of a card, and not of a file. */
const MOVED = 'application/x-dailies-item';

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
  /** Shows an item's take in use against the one before it. */
  onPeek: (item: Item) => void;
  /** Puts an item before another, or last; undefined where the order can't be changed. */
  onPlace?: ((item: Item, before: Item | null) => void) | undefined;
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
  const [moving, setMoving] = useState<Moving | null>(null);
  const among = items.map(({ id }) => id);
  // The focus may be on a card that a filter hides: then the first one shown can be reached.
  const focusId = among.find((id) => id === selection.focused) ?? among[0];

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
      if (target && event.shiftKey) onChange({ kind: 'range', id: target.id, among });
      else if (target) onChange({ kind: 'focus', id: target.id });
      focusCard(next);
    } else if (event.key === ' ' && mod) onChange({ kind: 'toggle', id: item.id });
    else if (event.key === ' ') props.onPeek(item);
    else if (event.key.toLowerCase() === 'x' && !mod && !event.altKey)
      onChange({ kind: 'toggle', id: item.id });
    else if (event.key === 'Enter' && !mod) onEnlarge(item);
    else if (event.key.toLowerCase() === 'a' && mod) onChange({ kind: 'all', among });
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
              moving={moving}
              onMoving={setMoving}
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
  moving: Moving | null;
  onMoving: (moving: Moving | null) => void;
}

/** A card on its way to another place: before or after the card it is held over. */
interface Moving {
  id: string;
  over: string | null;
  after: boolean;
}

function Cell({ sheet, item, look, live, focusable, dropping, onDropping, moving, onMoving }: CellProps) {
  const { items, selection, onChange, onUpload, onPlace } = sheet;
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
        if (event.shiftKey) onChange({ kind: 'range', id: item.id, among: items.map(({ id }) => id) });
        else onChange({ kind: event.ctrlKey || event.metaKey ? 'toggle' : 'only', id: item.id });
      }}
      draggable={onPlace !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(MOVED, item.id);
        onMoving({ id: item.id, over: null, after: false });
      }}
      onDragEnd={() => {
        onMoving(null);
      }}
      onDoubleClick={() => {
        sheet.onEnlarge(item);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onChange({ kind: 'look', id: item.id });
      }}
      onDragOver={(event) => {
        if (moving) {
          event.preventDefault();
          const { left, width } = event.currentTarget.getBoundingClientRect();
          const after = event.clientX > left + width / 2;
          if (moving.over !== item.id || moving.after !== after)
            onMoving({ ...moving, over: item.id, after });
          return;
        }
        if (!uploads || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        onDropping(item.id);
      }}
      onDragLeave={() => {
        onDropping(null);
      }}
      onDrop={(event) => {
        if (moving) {
          event.preventDefault();
          onMoving(null);
          const moved = items.find(({ id }) => id === moving.id);
          const at = items.indexOf(item) + (moving.after ? 1 : 0);
          if (moved) onPlace?.(moved, items[at] ?? null);
          return;
        }
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
        moving?.id === item.id && 'opacity-60',
        moving?.over === item.id &&
          moving.id !== item.id &&
          'after:absolute after:inset-y-0 after:w-0.5 after:bg-ac',
        moving?.over === item.id && (moving.after ? 'after:-right-[9px]' : 'after:-left-[9px]'),
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
