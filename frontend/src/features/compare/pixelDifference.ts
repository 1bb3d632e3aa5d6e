import { useEffect, useState } from 'react';
import { blobUrl } from '@/api/projects';
import type { Media } from '@/api/types';

/** Steps of 255 by which a channel may differ unseen: what resizing and JPEG leave. */
const UNSEEN = 6;
/** Width the two are measured at, in pixels: the server keeps pictures of this width. */
const WIDTH = 640;

/** Share (0 to 1) of the pixels that differ visibly between two RGBA planes of one size. */
export function differingShare(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  const pixels = Math.min(a.length, b.length) / 4;
  if (pixels === 0) return 0;
  let differing = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    const farthest = Math.max(
      Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
      Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
      Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)),
    );
    if (farthest > UNSEEN) differing += 1;
  }
  return differing / pixels;
}

/** Share of the picture in which two stored pictures differ; null while it is not known. */
export function usePixelDifference(a: Media, b: Media): number | null {
  const pair = `${a.sha256} ${b.sha256}`;
  const [measured, setMeasured] = useState<{ pair: string; share: number } | null>(null);
  useEffect(() => {
    let stopped = false;
    const height = Math.max(1, Math.round((WIDTH * b.height) / b.width));
    Promise.all([planeOf(a.sha256, height), planeOf(b.sha256, height)]).then(
      ([first, second]) => {
        if (!stopped && first && second) setMeasured({ pair, share: differingShare(first, second) });
      },
      () => {
        // A picture that does not load says so in its own place; nothing is measured then.
      },
    );
    return () => {
      stopped = true;
    };
  }, [a.sha256, b.sha256, b.width, b.height, pair]);
  return measured?.pair === pair ? measured.share : null;
}

async function planeOf(sha256: string, height: number): Promise<Uint8ClampedArray | null> {
  const picture = new Image();
  picture.src = blobUrl(sha256, { width: WIDTH });
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(picture, 0, 0, WIDTH, height);
  return context.getImageData(0, 0, WIDTH, height).data;
}
