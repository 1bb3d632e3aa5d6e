import type { Size } from './geometry';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(data.length + 12);
  const fields = new DataView(out.buffer);
  fields.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) out[4 + at] = type.charCodeAt(at);
  out.set(data, 8);
  fields.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const squeeze = new CompressionStream('deflate');
  const writer = squeeze.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const result = new Uint8Array(await new Response(squeeze.readable).arrayBuffer());
  await written;
  return result;
}

/** The parts of a grey PNG of 8 bits a pixel, without the detour over a canvas that would make it RGBA. */
export async function greyPngParts(
  values: Uint8Array,
  { width, height }: Size,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const at = y * (width + 1);
    // Filter 2 stores the difference from the row above: masks are mostly the same from row to row.
    if (y === 0) rows.set(values.subarray(0, width), at + 1);
    else {
      rows[at] = 2;
      const row = y * width;
      for (let x = 0; x < width; x += 1) {
        rows[at + 1 + x] = (values[row + x] as number) - (values[row - width + x] as number);
      }
    }
  }
  const header = new Uint8Array(13);
  const fields = new DataView(header.buffer);
  fields.setUint32(0, width);
  fields.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  return [
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', await deflated(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
}

/** A grey PNG of 8 bits a pixel. */
export async function greyPng(values: Uint8Array, size: Size): Promise<Blob> {
  return new Blob(await greyPngParts(values, size), { type: 'image/png' });
}
