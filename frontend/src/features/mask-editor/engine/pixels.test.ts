import { describe, expect, it } from 'vitest';
import { wandPatch, withoutHoles } from './flood';
import { feathered, grown, shrunk, squaredDistances } from './morphology';
import { paintOverlay } from './overlay';
import { PAINTED, Plane, TILE } from './plane';
import { greyPngParts } from './png';
import { decodeRuns, encodeRuns } from './rle';
import { USUAL_SETTINGS } from './settings';
import { cellAt, cellPatch, findCells } from './superpixels';
import { noise, painted, at, disc } from './testing';

describe('runs', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['one byte', Uint8Array.of(7)],
    ['all the same', new Uint8Array(16_384).fill(255)],
    ['all different', Uint8Array.from({ length: 1000 }, (_, index) => index & 255)],
    ['pairs', Uint8Array.from({ length: 999 }, (_, index) => (index >> 1) & 255)],
    [
      'long literal then run',
      Uint8Array.from({ length: 600 }, (_, index) => (index < 300 ? index & 255 : 9)),
    ],
  ])('come back as they were: %s', (_name, bytes) => {
    const out = new Uint8Array(bytes.length);
    decodeRuns(encodeRuns(bytes), out);
    expect(out).toEqual(bytes);
  });

  it('come back as they were for 300 random stretches, never much longer', () => {
    const random = noise(11);
    for (let trial = 0; trial < 300; trial += 1) {
      const bytes = new Uint8Array(Math.floor(random() * 900));
      for (let index = 0; index < bytes.length;) {
        const end = index + 1 + Math.floor(random() * (random() < 0.5 ? 3 : 200));
        bytes.fill(Math.floor(random() * 256), index, end);
        index = end;
      }
      const runs = encodeRuns(bytes);
      expect(runs.length).toBeLessThanOrEqual(bytes.length + Math.ceil(bytes.length / 128) + 1);
      const out = new Uint8Array(bytes.length);
      decodeRuns(runs, out);
      expect(out).toEqual(bytes);
    }
  });

  it('are small for masks, and refuse another length', () => {
    expect(encodeRuns(new Uint8Array(TILE * TILE)).length).toBe(256);
    expect(() => decodeRuns(Uint8Array.of(200, 1), new Uint8Array(3))).toThrow(RangeError);
  });
});

describe('the wand and holes', () => {
  const width = 40;
  const height = 30;
  const data = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    const x = index % width;
    const bright = x >= 10 && x < 20 ? 200 : x >= 30 ? 202 : 40;
    data.set([bright, bright, bright, 255], index * 4);
  }
  const pixels = { width, height, data };

  it('take what hangs together, or all of the colour', () => {
    const near = wandPatch(pixels, { x: 12, y: 5 }, 8);
    expect(near?.rect).toEqual({ left: 10, top: 0, right: 20, bottom: 30 });
    expect(painted(near?.values ?? new Uint8Array())).toBe(300);
    expect(painted(wandPatch(pixels, { x: 12, y: 5 }, 8, true)?.values ?? new Uint8Array())).toBe(600);
    expect(painted(wandPatch(pixels, { x: 12, y: 5 }, 1, true)?.values ?? new Uint8Array())).toBe(300);
    expect(wandPatch(pixels, { x: -1, y: 5 }, 8)).toBeNull();
  });

  it('fill what is closed in, and nothing that is open', () => {
    const size = { width: 50, height: 50 };
    const ring = disc(50, 20).map((value, index) => (disc(50, 12)[index] === 255 ? 0 : value));
    expect(painted(withoutHoles(ring, size, PAINTED))).toBe(painted(disc(50, 20)));
    const open = ring.map((value, index) => (index % 50 === 25 && index < 25 * 50 ? 0 : value));
    expect(withoutHoles(open, size, PAINTED)).toEqual(open);
  });
});

describe('growing, shrinking, feathering', () => {
  const size = { width: 64, height: 64 };

  it('measures distances exactly', () => {
    const marks = [5 * 64 + 9, 50 * 64 + 40];
    const squares = squaredDistances((index) => marks.includes(index), size);
    for (const [x, y] of [
      [0, 0],
      [63, 63],
      [9, 5],
      [30, 20],
    ] as const) {
      const best = Math.min((x - 9) ** 2 + (y - 5) ** 2, (x - 40) ** 2 + (y - 50) ** 2);
      expect(squares[y * 64 + x]).toBe(best);
    }
  });

  it('moves the border by as many pixels', () => {
    const small = disc(64, 12);
    expect(painted(grown(small, size, 6, PAINTED)) / (Math.PI * 18 ** 2)).toBeCloseTo(1, 1);
    expect(painted(shrunk(small, size, 4, PAINTED)) / (Math.PI * 8 ** 2)).toBeCloseTo(1, 0);
    const full = new Uint8Array(64 * 64).fill(255);
    expect(shrunk(full, size, 4, PAINTED)).toEqual(full);
  });

  it('keeps what is painted when it softens the border', () => {
    const hard = disc(64, 20);
    const soft = feathered(hard, size, 8);
    const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(soft) / sum(hard)).toBeCloseTo(1, 1);
    expect(at(soft, 64, 32, 12)).toBeGreaterThan(60);
    expect(at(soft, 64, 32, 12)).toBeLessThan(200);
  });
});

describe('cells of like colour', () => {
  it('follow the borders of the picture', () => {
    const width = 120;
    const height = 80;
    const data = new Uint8Array(width * height * 4);
    for (let index = 0; index < width * height; index += 1) {
      const inside = Math.hypot((index % width) - 60, Math.floor(index / width) - 40) < 25;
      data.set(inside ? [220, 60, 40, 255] : [30, 50, 90, 255], index * 4);
    }
    const cells = findCells({ width, height, data }, 16, 0.5);
    const mixed = new Map<number, [number, number]>();
    for (let index = 0; index < width * height; index += 1) {
      const label = cells.labels[index] ?? -1;
      const counts = mixed.get(label) ?? [0, 0];
      counts[data[index * 4] === 220 ? 0 : 1] += 1;
      mixed.set(label, counts);
    }
    const wrong = [...mixed.values()].reduce((sum, [a, b]) => sum + Math.min(a, b), 0);
    expect(wrong / (width * height)).toBeLessThan(0.01);
    expect(cellAt(cells, { x: -1, y: 0 })).toBe(-1);
    const patch = cellPatch(cells, { x: 120, y: 80 }, { width: 240, height: 160 });
    expect(painted(patch?.values ?? new Uint8Array())).toBeGreaterThan(200);
  });
});

describe('the overlay', () => {
  it('paints the outline solid and the rest in stripes, and nothing outside', () => {
    const mask = new Plane({ width: 200, height: 200 });
    mask.copyIn(mask.whole, disc(200, 60));
    const rect = { left: 0, top: 0, right: 100, bottom: 100 };
    const whole = new Uint32Array(100 * 100);
    const view = { scale: 0.5, x: 0, y: 0 };
    paintOverlay(whole, rect, view, 1, { mask, protect: null }, USUAL_SETTINGS.look);
    const alpha = (x: number, y: number) => (whole[y * 100 + x] ?? 0) >>> 24;
    expect(alpha(2, 2)).toBe(0);
    expect(alpha(50, 21)).toBe(255);
    const inner = Array.from({ length: 9 }, (_, index) => alpha(50 + index, 50));
    expect(new Set(inner).size).toBe(2);
    // A part that is painted alone shows the same as in the whole.
    const part = { left: 30, top: 10, right: 70, bottom: 40 };
    const piece = new Uint32Array(40 * 30);
    paintOverlay(piece, part, view, 1, { mask, protect: null }, USUAL_SETTINGS.look);
    for (let y = 0; y < 30; y += 1) {
      expect(piece.slice(y * 40, y * 40 + 40)).toEqual(whole.slice((y + 10) * 100 + 30, (y + 10) * 100 + 70));
    }
  });
});

describe('the PNG', () => {
  it('is grey, of 8 bits, and holds the values', async () => {
    const size = { width: 37, height: 21 };
    const random = noise(9);
    const values = Uint8Array.from({ length: 37 * 21 }, () => Math.floor(random() * 256));
    const parts = await greyPngParts(values, size);
    const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
    const fields = new DataView(bytes.buffer);
    expect([...bytes.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect([fields.getUint32(16), fields.getUint32(20), bytes[24], bytes[25]]).toEqual([37, 21, 8, 0]);
    const length = fields.getUint32(33);
    const stream = new Response(bytes.slice(41, 41 + length)).body?.pipeThrough(
      new DecompressionStream('deflate'),
    );
    const rows = new Uint8Array(await new Response(stream).arrayBuffer());
    const out = new Uint8Array(values.length);
    for (let y = 0; y < 21; y += 1) {
      for (let x = 0; x < 37; x += 1) {
        const above = y > 0 ? (out[(y - 1) * 37 + x] ?? 0) : 0;
        out[y * 37 + x] = ((rows[y * 38 + 1 + x] ?? 0) + (rows[y * 38] === 2 ? above : 0)) & 255;
      }
    }
    expect(out).toEqual(values);
  });
});
