import type { MaskDocument } from './document';
import type { Rect } from './geometry';
import type { Hint, Layer } from './history';

/** Asks for the thing at the points or in the box: values of a mask of the picture's size. */
export type SelectRegion = (
  points: readonly Hint[],
  box: Rect | null,
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** Mask values with what was found added to them, or taken out of them. */
export function laidOn(old: Uint8Array, found: Uint8Array, takeOut: boolean): Uint8Array {
  return old.map((before, index) => {
    const value = found[index] as number;
    return takeOut ? Math.min(before, 255 - value) : Math.max(before, value);
  });
}

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
  /** Hints that were sent and not answered yet: the next one comes on top of them. */
  private sent: readonly Hint[] | null = null;

  constructor(document: MaskDocument, select: SelectRegion) {
    this.document = document;
    this.select = select;
  }

  /** Is an answer still to come. */
  get waiting(): boolean {
    return this.sent !== null;
  }

  /** What was selected so far stays; the next hint begins anew. */
  finish(): void {
    this.asking?.abort();
    this.asking = null;
    this.sent = null;
    this.base = null;
    this.box = null;
  }

  /** Add a hint or a box; resolves once its answer is in the mask. Rejects with what the server said. */
  async refine(layer: Layer, hint: Hint | null, box: Rect | null, takeOut: boolean): Promise<void> {
    // Hints that undo took away, or another tool's work, mean that this is a new thing.
    const known = this.sent ?? this.document.hints;
    if (known.length === 0 || this.base?.layer !== layer) this.base = null;
    const begun = this.base === null || box !== null;
    if (begun) {
      this.base = { values: this.document.plane(layer).values.slice(), layer };
      this.box = box;
    }
    const hints = [...(begun ? [] : known), ...(hint ? [hint] : [])];
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.sent = hints;
    const base = this.base;
    const found = await this.select(hints, this.box, asking.signal).finally(() => {
      if (this.asking === asking) this.sent = null;
    });
    if (asking.signal.aborted || !base) return;
    const values = laidOn(base.values, found, takeOut);
    this.document.replace(layer, values, 'Smart select', hints.length > 0 ? hints : undefined);
  }
}
