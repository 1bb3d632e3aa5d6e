import type { Rect } from './geometry';
import type { Plane, TileRuns } from './plane';
import { encodeRuns } from './rle';

/** One change to a plane that can still be taken back: keeps what every touched tile held before. */
export class Transaction {
  readonly plane: Plane;
  private readonly before = new Map<number, Uint8Array>();

  constructor(plane: Plane) {
    this.plane = plane;
  }

  /** Keep what a rectangle holds; call it before writing there. */
  keep(rect: Rect): void {
    for (const tile of this.plane.tilesOf(rect)) {
      if (!this.before.has(tile)) this.before.set(tile, this.plane.copyOut(this.plane.rectOf(tile)));
    }
  }

  /** What the tiles that did change held before. */
  patches(): TileRuns[] {
    const patches: TileRuns[] = [];
    for (const [tile, values] of this.before) {
      if (this.changed(tile, values)) patches.push({ tile, runs: encodeRuns(values) });
    }
    return patches;
  }

  /** Put everything back; the rectangles that changed. */
  rollBack(): Rect[] {
    return [...this.before].map(([tile, values]) => {
      const rect = this.plane.rectOf(tile);
      this.plane.copyIn(rect, values);
      return rect;
    });
  }

  private changed(tile: number, before: Uint8Array): boolean {
    const { left, top, right, bottom } = this.plane.rectOf(tile);
    let at = 0;
    for (let y = top; y < bottom; y += 1) {
      const row = y * this.plane.width;
      for (let x = left; x < right; x += 1, at += 1) {
        if (this.plane.values[row + x] !== before[at]) return true;
      }
    }
    return false;
  }
}
