import { clamp, type Size } from './geometry';

const FAR = 1e12;

/**
 * Squared distance in pixels from every pixel to the nearest marked one; 0 on marked ones, `1e12` where none is
 * marked. Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions, 2012.
 */
export function squaredDistances(marked: (index: number) => boolean, { width, height }: Size): Float64Array {
  const grid = new Float64Array(width * height);
  for (let index = 0; index < grid.length; index += 1) grid[index] = marked(index) ? 0 : FAR;
  const longest = Math.max(width, height);
  const line = new Float64Array(longest);
  const vertex = new Int32Array(longest);
  const border = new Float64Array(longest + 1);
  for (let x = 0; x < width; x += 1) transformLine(grid, x, width, height, line, vertex, border);
  for (let y = 0; y < height; y += 1) transformLine(grid, y * width, 1, width, line, vertex, border);
  return grid;
}

function transformLine(
  grid: Float64Array,
  start: number,
  step: number,
  length: number,
  line: Float64Array,
  vertex: Int32Array,
  border: Float64Array,
): void {
  for (let q = 0; q < length; q += 1) line[q] = grid[start + q * step] as number;
  let k = 0;
  vertex[0] = 0;
  border[0] = -Infinity;
  border[1] = Infinity;
  for (let q = 1; q < length; q += 1) {
    let s: number;
    do {
      const v = vertex[k] as number;
      s = ((line[q] as number) + q * q - (line[v] as number) - v * v) / (2 * (q - v));
      k -= 1;
    } while (s <= (border[k + 1] as number));
    k += 2;
    vertex[k] = q;
    border[k] = s;
    border[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < length; q += 1) {
    while ((border[k + 1] as number) < q) k += 1;
    const v = vertex[k] as number;
    grid[start + q * step] = Math.min(FAR, (q - v) ** 2 + (line[v] as number));
  }
}

/** A mask grown by `by` pixels all round, with a border as soft as a pixel. Soft paint that was there stays. */
export function grown(values: Uint8Array, size: Size, by: number, painted: number): Uint8Array {
  const squares = squaredDistances((index) => (values[index] as number) >= painted, size);
  return values.map((value, index) =>
    Math.max(value, Math.round(255 * clamp(by + 0.5 - Math.sqrt(squares[index] as number), 0, 1))),
  );
}

/** A mask made smaller by `by` pixels all round. The picture's own border is no border of the mask. */
export function shrunk(values: Uint8Array, size: Size, by: number, painted: number): Uint8Array {
  const squares = squaredDistances((index) => (values[index] as number) < painted, size);
  return values.map((value, index) =>
    Math.min(value, Math.round(255 * clamp(Math.sqrt(squares[index] as number) - by, 0, 1))),
  );
}

/** A mask with a border that fades over about `radius` pixels to each side: three box blurs, close to a Gaussian. */
export function feathered(values: Uint8Array, size: Size, radius: number): Uint8Array {
  const reach = Math.max(1, Math.round(radius / 2));
  let from = Float32Array.from(values);
  let to = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass += 1) {
    blurLines(from, to, size.height, size.width, size.width, 1, reach);
    blurLines(to, from, size.width, size.height, 1, size.width, reach);
  }
  [from, to] = [to, from];
  return Uint8Array.from(to, (value) => clamp(Math.round(value), 0, 255));
}

/** A running mean over `2 * reach + 1` values of every line; beyond its ends a line goes on as it ends. */
function blurLines(
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  reach: number,
): void {
  const window = 2 * reach + 1;
  const padded = new Float32Array(length + 2 * reach + 1);
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    padded.fill(from[start] as number, 0, reach);
    for (let q = 0; q < length; q += 1) padded[reach + q] = from[start + q * step] as number;
    padded.fill(padded[reach + length - 1] as number, reach + length);
    let sum = 0;
    for (let q = 0; q < window; q += 1) sum += padded[q] as number;
    for (let q = 0; q < length; q += 1) {
      to[start + q * step] = sum / window;
      sum += (padded[q + window] as number) - (padded[q] as number);
    }
  }
}
