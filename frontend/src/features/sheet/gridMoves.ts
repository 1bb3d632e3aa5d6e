/** Keys that move the focus on a contact sheet. */
export type GridKey =
  'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown';

const GRID_KEYS: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

export function isGridKey(key: string): key is GridKey {
  return GRID_KEYS.has(key);
}

/** Index the focus goes to from `index` on a sheet of `count` cards in `columns`; the edges hold it. */
export function gridMove(key: GridKey, index: number, count: number, columns: number): number {
  if (count === 0) return -1;
  const target = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
    PageUp: index - columns * 3,
    PageDown: index + columns * 3,
  }[key];
  if (target < 0) return key === 'ArrowUp' ? index : 0;
  if (target >= count) return key === 'ArrowDown' ? lastBelow(index, count, columns) : count - 1;
  return target;
}

/** A phone shows two cards in a row, whatever their usual width. */
const PHONE_PX = 560;

/** Cards that fit in a row: `minimum` wide each with `gap` between. All in pixels. */
export function columnsFor(width: number, minimum: number, gap: number): number {
  const least = width > 280 && width < PHONE_PX ? 2 : 1;
  return Math.max(least, Math.floor((width + gap) / (minimum + gap)));
}

function lastBelow(index: number, count: number, columns: number): number {
  const row = Math.floor(index / columns);
  const lastRow = Math.floor((count - 1) / columns);
  return row < lastRow ? count - 1 : index;
}
