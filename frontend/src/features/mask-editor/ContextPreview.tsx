import { useEffect, useRef } from 'react';
import { paintOverlay } from './engine/overlay';
import { heightOf, widthOf, type Rect } from './engine/geometry';
import type { EngineState, MaskEngine } from './engine/MaskEngine';

/** Width in CSS pixels. */
const WIDTH = 296;
const MOST_HEIGHT = 200;

interface ContextPreviewProps {
  engine: MaskEngine;
  state: EngineState;
  box: Rect;
}

/** The part of the picture that is sent, with the mask's outline, as the model gets it. */
export function ContextPreview({ engine, state, box }: ContextPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { edition, settings } = state;
  const scale = Math.min(WIDTH / widthOf(box), MOST_HEIGHT / heightOf(box));
  const width = Math.max(1, Math.round(widthOf(box) * scale));
  const height = Math.max(1, Math.round(heightOf(box) * scale));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { bitmap } = engine;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap.image, box.left, box.top, widthOf(box), heightOf(box), 0, 0, width, height);
    const image = context.getImageData(0, 0, width, height);
    const painted = new Uint32Array(width * height);
    const view = { scale, x: -box.left * scale, y: -box.top * scale };
    const whole = { left: 0, top: 0, right: width, bottom: height };
    paintOverlay(painted, whole, view, 1, { mask: engine.document.mask, protect: null }, settings.look);
    const shown = new Uint32Array(image.data.buffer);
    // Only the outline: inside of it the picture is to be seen.
    for (const [index, pixel] of painted.entries()) if (pixel >>> 24 === 255) shown[index] = pixel;
    context.putImageData(image, 0, 0);
  }, [engine, box, scale, width, height, edition, settings.look]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label="The part of the picture that is sent"
      className="mx-auto block max-w-full rounded-pic bg-well"
    />
  );
}
