/**
 * Run-length coding of 8-bit values. A control byte c below 128 is followed by c + 1 bytes as they are; one of
 * 128 to 255 by a byte that is repeated, c - 126 times (2 to 129). A run of 0 or 255 longer than that is common
 * in masks, so 129-runs are cheap enough: 16,384 equal bytes take 256.
 */
const LONGEST_RUN = 129;
const LONGEST_LITERAL = 128;
/** A run of fewer costs more than it saves inside bytes that differ. */
const WORTH_A_RUN = 3;

/** Bytes as runs. Never more than 1/128 longer than what went in, plus one. */
export function encodeRuns(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + Math.ceil(bytes.length / LONGEST_LITERAL) + 1);
  let written = 0;
  let literal = 0;
  let at = 0;
  const flush = (end: number) => {
    while (literal < end) {
      const length = Math.min(LONGEST_LITERAL, end - literal);
      out[written] = length - 1;
      out.set(bytes.subarray(literal, literal + length), written + 1);
      written += length + 1;
      literal += length;
    }
  };
  while (at < bytes.length) {
    const value = bytes[at];
    let end = at + 1;
    while (end < bytes.length && bytes[end] === value) end += 1;
    if (end - at >= WORTH_A_RUN) {
      flush(at);
      while (end - at >= 2) {
        const length = Math.min(LONGEST_RUN, end - at);
        out[written] = length + 126;
        out[written + 1] = value as number;
        written += 2;
        at += length;
      }
      literal = at;
    }
    at = end;
  }
  flush(bytes.length);
  return out.slice(0, written);
}

/** The bytes of `encodeRuns`, written into `out`. Throws RangeError for runs that don't fit it. */
export function decodeRuns(runs: Uint8Array, out: Uint8Array): void {
  let at = 0;
  let read = 0;
  while (read < runs.length) {
    const control = runs[read] as number;
    if (control < 128) {
      out.set(runs.subarray(read + 1, read + control + 2), at);
      at += control + 1;
      read += control + 2;
    } else {
      out.fill(runs[read + 1] as number, at, at + control - 126);
      at += control - 126;
      read += 2;
    }
  }
  if (at !== out.length) throw new RangeError(`${at} bytes of runs for ${out.length}`);
}
