import type { Pixels } from './flood';
import { clamp, type Size } from './geometry';

/** A decoded picture that can be drawn. */
export interface Bitmap extends Size {
  readonly image: CanvasImageSource;
  /** The same at half and quarter size, for drawing it small. */
  readonly smaller: readonly { readonly image: CanvasImageSource; readonly scale: number }[];
}

export function surface({ width, height }: Size): {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
} {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  return { canvas, context };
}

/** Draw a picture at another size, in halves so that nothing is skipped. */
function reduced(source: CanvasImageSource, size: Size): HTMLCanvasElement {
  const { canvas, context } = surface(size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const WORTH_REDUCING = 1600;

function withSmaller(image: CanvasImageSource, { width, height }: Size): Bitmap {
  const smaller: { image: CanvasImageSource; scale: number }[] = [];
  let scale = 0.5;
  let last = image;
  while (Math.max(width, height) * scale * 2 > WORTH_REDUCING && smaller.length < 3) {
    last = reduced(last, { width: width * scale, height: height * scale });
    smaller.push({ image: last, scale });
    scale /= 2;
  }
  return { image, width, height, smaller };
}

/** Fetch and decode a picture. Throws an Error with a sentence when it can't be had. */
export async function loadBitmap(url: string, signal?: AbortSignal): Promise<Bitmap> {
  const response = await fetch(url, { credentials: 'same-origin', ...(signal && { signal }) });
  if (!response.ok) throw new Error('The picture did not load. Check the connection, then try again.');
  const blob = await response.blob();
  const image = await createImageBitmap(blob).catch(() => {
    throw new Error('The picture could not be read.');
  });
  return withSmaller(image, image);
}

/** The bitmap that is closest to the size it is drawn at without being smaller. */
export function fittingImage(bitmap: Bitmap, scale: number): CanvasImageSource {
  return bitmap.smaller.findLast((step) => step.scale >= scale * 0.95)?.image ?? bitmap.image;
}

/** A picture's pixels at `scale` of its size. */
export function pixelsOf(bitmap: Bitmap, scale = 1): Pixels {
  const size = {
    width: Math.max(1, Math.round(bitmap.width * scale)),
    height: Math.max(1, Math.round(bitmap.height * scale)),
  };
  const { context } = surface(size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(fittingImage(bitmap, scale), 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

/** A mask out of a PNG of the picture's size: its brightness. */
export async function maskValues(png: Blob, size: Size): Promise<Uint8Array> {
  const image = await createImageBitmap(png, { colorSpaceConversion: 'none' });
  const { context } = surface(size);
  context.drawImage(image, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const values = new Uint8Array(size.width * size.height);
  for (let index = 0; index < values.length; index += 1) values[index] = data[index * 4] as number;
  return values;
}

/** From this difference of a channel on, the map of differences is at its brightest. */
const LARGE_DIFFERENCE = 48;

/** Where two pictures of one size differ: grey where they are the same, from blue over yellow to white where not. */
export function differenceMap(a: Bitmap, { bitmap, x, y }: { bitmap: Bitmap; x: number; y: number }): Bitmap {
  const one = pixelsOf(a);
  const { context: cut } = surface(a);
  cut.drawImage(bitmap.image, x, y);
  const other = cut.getImageData(0, 0, a.width, a.height);
  const { canvas, context } = surface(a);
  const out = context.createImageData(a.width, a.height);
  for (let at = 0; at < out.data.length; at += 4) {
    let apart = 0;
    let light = 0;
    for (let part = 0; part < 3; part += 1) {
      const value = one.data[at + part] as number;
      light += value;
      apart = Math.max(apart, Math.abs(value - (other.data[at + part] as number)));
    }
    const heat = apart === 0 ? 0 : clamp(0.25 + (0.75 * apart) / LARGE_DIFFERENCE, 0, 1);
    const grey = (light / 3) * 0.3;
    out.data[at] = grey + heat * (255 * clamp(heat * 2 - 0.6, 0, 1) - grey);
    out.data[at + 1] = grey + heat * (255 * clamp(heat * 1.6 - 0.4, 0, 1) - grey);
    out.data[at + 2] = grey + heat * (255 * clamp(1.2 - Math.abs(heat - 0.4) * 1.6, 0, 1) - grey);
    out.data[at + 3] = 255;
  }
  context.putImageData(out, 0, 0);
  return withSmaller(canvas, a);
}
