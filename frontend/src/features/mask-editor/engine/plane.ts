import { intersect, isEmpty, wholeOf, type Rect, type Size } from './geometry';
import { decodeRuns, encodeRuns } from './rle';

/** Side of a tile in pixels. */
export const TILE = 128;
/** A pixel counts as painted from here on. */
export const PAINTED = 128;
/** Most cells along a side of the coarse grid in which regions are counted. */
const COARSE = 512;

/** A tile's number and its values as runs. */
export interface TileRuns {
  readonly tile: number;
  readonly runs: Uint8Array;
}

/**
 * A mask: one byte a pixel, 255 where to repaint. It knows per tile how much is painted, so that figures about a
 * 4096 x 4096 mask cost only what changed. Whoever writes into `values` says so with `wrote`.
 */
export class Plane implements Size {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
  /** Pixels to a coarse cell: a power of two that divides the tile. */
  readonly cell: number;
  readonly coarseWidth: number;
  readonly coarseHeight: number;
  readonly coarse: Uint8Array;
  private readonly columns: number;
  private readonly rows: number;
  private readonly counts: Uint32Array;
  private readonly stale = new Set<number>();
  private painted = 0;
  /** Runs by tile, as far as they are known; null where a tile holds nothing. */
  private readonly known = new Map<number, TileRuns | null>();

  constructor({ width, height }: Size) {
    this.width = width;
    this.height = height;
    this.values = new Uint8Array(width * height);
    this.columns = Math.ceil(width / TILE);
    this.rows = Math.ceil(height / TILE);
    this.counts = new Uint32Array(this.columns * this.rows);
    let cell = 1;
    while (Math.max(width, height) / cell > COARSE && cell < TILE) cell *= 2;
    this.cell = cell;
    this.coarseWidth = Math.ceil(width / cell);
    this.coarseHeight = Math.ceil(height / cell);
    this.coarse = new Uint8Array(this.coarseWidth * this.coarseHeight);
  }

  get whole(): Rect {
    return wholeOf(this);
  }

  /** Numbers of the tiles a rectangle touches. */
  tilesOf(rect: Rect): number[] {
    const part = intersect(rect, this.whole);
    if (isEmpty(part)) return [];
    const tiles: number[] = [];
    const lastRow = Math.floor((part.bottom - 1) / TILE);
    const lastColumn = Math.floor((part.right - 1) / TILE);
    for (let row = Math.floor(part.top / TILE); row <= lastRow; row += 1) {
      for (let column = Math.floor(part.left / TILE); column <= lastColumn; column += 1) {
        tiles.push(row * this.columns + column);
      }
    }
    return tiles;
  }

  rectOf(tile: number): Rect {
    const left = (tile % this.columns) * TILE;
    const top = Math.floor(tile / this.columns) * TILE;
    return {
      left,
      top,
      right: Math.min(this.width, left + TILE),
      bottom: Math.min(this.height, top + TILE),
    };
  }

  copyOut(rect: Rect): Uint8Array {
    const across = rect.right - rect.left;
    const out = new Uint8Array(across * (rect.bottom - rect.top));
    for (let y = rect.top; y < rect.bottom; y += 1) {
      const from = y * this.width + rect.left;
      out.set(this.values.subarray(from, from + across), (y - rect.top) * across);
    }
    return out;
  }

  copyIn(rect: Rect, values: Uint8Array): void {
    const across = rect.right - rect.left;
    for (let y = rect.top; y < rect.bottom; y += 1) {
      const from = (y - rect.top) * across;
      this.values.set(values.subarray(from, from + across), y * this.width + rect.left);
    }
    this.wrote(rect);
  }

  /** The values of a rectangle changed. */
  wrote(rect: Rect): void {
    for (const tile of this.tilesOf(rect)) {
      this.stale.add(tile);
      this.known.delete(tile);
    }
  }

  tileRuns(tile: number): TileRuns {
    return { tile, runs: encodeRuns(this.copyOut(this.rectOf(tile))) };
  }

  putRuns({ tile, runs }: TileRuns): Rect {
    const rect = this.rectOf(tile);
    const values = new Uint8Array((rect.right - rect.left) * (rect.bottom - rect.top));
    decodeRuns(runs, values);
    this.copyIn(rect, values);
    return rect;
  }

  /** Runs of the tiles that hold anything. */
  allRuns(): TileRuns[] {
    const tiles: TileRuns[] = [];
    for (let tile = 0; tile < this.counts.length; tile += 1) {
      const runs = this.known.get(tile) ?? this.runsUnlessEmpty(tile);
      this.known.set(tile, runs);
      if (runs) tiles.push(runs);
    }
    return tiles;
  }

  /** How many pixels are painted. */
  count(): number {
    this.refresh();
    return this.painted;
  }

  get empty(): boolean {
    return this.count() === 0;
  }

  /** The coarse grid, up to date: 1 where a cell has a painted pixel. */
  cells(): Uint8Array {
    this.refresh();
    return this.coarse;
  }

  /** The rectangle around everything above 0; null where there is nothing. */
  bounds(least = 1): Rect | null {
    const { width, height, values } = this;
    const rowHas = (y: number) => {
      const end = (y + 1) * width;
      for (let at = y * width; at < end; at += 1) if ((values[at] as number) >= least) return true;
      return false;
    };
    let top = 0;
    while (top < height && !rowHas(top)) top += 1;
    if (top === height) return null;
    let bottom = height;
    while (!rowHas(bottom - 1)) bottom -= 1;
    let left = width;
    let right = 0;
    for (let y = top; y < bottom; y += 1) {
      const row = y * width;
      for (let x = 0; x < left; x += 1) {
        if ((values[row + x] as number) >= least) {
          left = x;
          break;
        }
      }
      for (let x = width - 1; x >= right; x -= 1) {
        if ((values[row + x] as number) >= least) {
          right = x + 1;
          break;
        }
      }
    }
    return { left, top, right, bottom };
  }

  private runsUnlessEmpty(tile: number): TileRuns | null {
    if (this.known.has(tile)) return null;
    const values = this.copyOut(this.rectOf(tile));
    return values.every((value) => value === 0) ? null : { tile, runs: encodeRuns(values) };
  }

  private refresh(): void {
    for (const tile of this.stale) this.refreshTile(tile);
    this.stale.clear();
  }

  private refreshTile(tile: number): void {
    const { left, top, right, bottom } = this.rectOf(tile);
    const { cell, coarse, coarseWidth, values, width } = this;
    const lastCell = Math.ceil(right / cell);
    for (let y = Math.floor(top / cell); y < Math.ceil(bottom / cell); y += 1) {
      coarse.fill(0, y * coarseWidth + left / cell, y * coarseWidth + lastCell);
    }
    let count = 0;
    for (let y = top; y < bottom; y += 1) {
      const coarseRow = Math.floor(y / cell) * coarseWidth;
      for (let x = left; x < right; x += 1) {
        if ((values[y * width + x] as number) >= PAINTED) {
          count += 1;
          coarse[coarseRow + Math.floor(x / cell)] = 1;
        }
      }
    }
    this.painted += count - (this.counts[tile] as number);
    this.counts[tile] = count;
  }
}
