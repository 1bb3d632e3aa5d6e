import type { MaskDocument } from './document';
import type { Rect } from './geometry';
import type { Hint, Layer } from './history';

/** Asks for the thing at the points or in the box: values of a mask of the picture's size. */
export type SelectRegion = (points: readonly Hint[], box: Rect | null, signal: AbortSignal) => Promise<Uint8Array>;

/**
 * A smart selection, refined hint by hint: every answer takes the place of the one before, on top of what was
 * painted when it began.
 */
export class SmartSelect {
  private readonly document: MaskDocument;
  private readonly select: SelectRegion;
  private base: { readonly values: Uint8Array; readonly layer: Layer } | null = null;
  private box: Rect | null = null;
  private asking: AbortController | null = null;

  constructor(document: MaskDocument, select: SelectRegion) {
    this.document = document;
    this.select = select;
  }

  /** What was selected so far stays; the next hint begins anew. */
  finish(): void {
    this.asking?.abort();
    this.asking = null;
    this.base = null;
    this.box = null;
  }

  /** Add a hint or a box; resolves once its answer is in the mask. Rejects with what the server said. */
  async refine(layer: Layer, hint: Hint | null, box: Rect | null, takeOut: boolean): Promise<void> {
    // Hints that undo took away, or another tool's work, mean that this is a new thing.
    if (this.document.hints.length === 0 || this.base?.layer !== layer) this.base = null;
    const begun = this.base === null || box !== null;
    if (begun) {
      this.base = { values: this.document.plane(layer).values.slice(), layer };
      this.box = box;
    }
    const hints = [...(begun ? [] : this.document.hints), ...(hint ? [hint] : [])];
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const base = this.base;
    const found = await this.select(hints, this.box, asking.signal);
    if (asking.signal.aborted || !base) return;
    const values = base.values.map((old, index) => {
      const value = found[index] as number;
      return takeOut ? Math.min(old, 255 - value) : Math.max(old, value);
    });
    this.document.replace(layer, values, 'Smart select', hints.length > 0 ? hints : undefined);
  }
}
