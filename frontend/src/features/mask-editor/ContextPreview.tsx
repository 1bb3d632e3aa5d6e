import { useEffect, useRef } from 'react';
import { paintOverlay } from './engine/overlay';
import { heightOf, widthOf, type Rect } from './engine/geometry';
import type { EngineState, MaskEngine } from './engine/MaskEngine';

/** Width in CSS pixels. */
const WIDTH = 296;
const MOST_HEIGHT = 200;
/** A tint is fainter than this, the outline is stronger. */
const MOST_TINT = 128;

interface ContextPreviewProps {
  engine: MaskEngine;
  state: EngineState;
  box: Rect;
}

/** The part of the picture that is sent, with the mask's outline, as the model gets it. */
export function ContextPreview({ engine, state, box }: ContextPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { edition, settings } = state;
  const { colour } = settings.look;
  const scale = Math.min(WIDTH / widthOf(box), MOST_HEIGHT / heightOf(box));
  const width = Math.max(1, Math.round(widthOf(box) * scale));
  const height = Math.max(1, Math.round(heightOf(box) * scale));
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { bitmap } = engine;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap.image, box.left, box.top, widthOf(box), heightOf(box), 0, 0, width, height);
    const image = context.getImageData(0, 0, width, height);
    const look = { colour, pattern: 'tint' } as const;
    const painted = new Uint32Array(width * height);
    const view = { scale, x: -box.left * scale, y: -box.top * scale };
    const whole = { left: 0, top: 0, right: width, bottom: height };
    paintOverlay(painted, whole, view, 1, { mask: engine.document.mask, protect: null }, look);
    const shown = new Uint32Array(image.data.buffer);
    // Only the outline: inside of it the picture is to be seen.
    for (const [index, pixel] of painted.entries()) if (pixel >>> 24 > MOST_TINT) shown[index] = pixel;
    context.putImageData(image, 0, 0);
  }, [engine, box, scale, width, height, edition, colour]);
  return (
    <figure aria-label="The part of the picture that is sent" className="flex justify-center">
      <canvas ref={canvas} width={width} height={height} className="block max-w-full rounded-pic bg-well" />
    </figure>
  );
}
