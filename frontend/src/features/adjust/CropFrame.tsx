import clsx from 'clsx';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { HANDLES, movedCrop, sizedCrop, type Crop, type Handle } from './adjustment';

/** Share of the picture that an arrow key moves a crop by, and with Shift. */
const STEP = 0.01;
const LARGE_STEP = 0.1;

interface CropFrameProps {
  crop: Crop;
  keepShape: boolean;
  onCrop: (crop: Crop) => void;
}

/** The frame of a crop over its picture: drag it, its corners and sides, or move them with the arrow keys. */
export function CropFrame({ crop, keepShape, onCrop }: CropFrameProps) {
  const [from, setFrom] = useState<{ x: number; y: number; crop: Crop } | null>(null);
  const change = (start: Crop, handle: Handle | null, dx: number, dy: number) => {
    onCrop(handle ? sizedCrop(start, handle, dx, dy, keepShape) : movedCrop(start, dx, dy));
  };
  const drag = (handle: Handle | null) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom({ x: event.clientX, y: event.clientY, crop });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const bounds = event.currentTarget.closest('[data-crop]')?.getBoundingClientRect();
      if (!from || !bounds || event.buttons !== 1) return;
      const dx = (event.clientX - from.x) / bounds.width;
      const dy = (event.clientY - from.y) / bounds.height;
      change(from.crop, handle, dx, dy);
    },
    onPointerUp: () => {
      setFrom(null);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const [x, y] = ARROWS[event.key] ?? [0, 0];
      if (x === 0 && y === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? LARGE_STEP : STEP;
      change(crop, handle, x * step, y * step);
    },
  });
  const percent = (share: number) => `${String(share * 100)}%`;
  const place = {
    left: percent(crop.left),
    top: percent(crop.top),
    width: percent(crop.right - crop.left),
    height: percent(crop.bottom - crop.top),
  };
  return (
    <div data-crop="" className="absolute inset-0 touch-none">
      <div aria-hidden className="absolute inset-0 overflow-hidden rounded-xs">
        <div className="absolute shadow-[0_0_0_200vmax_#0009]" style={place} />
      </div>
      <div className="absolute" style={place}>
        <button
          type="button"
          aria-label={`Crop, ${cropWords(crop)}. Arrow keys move it`}
          {...drag(null)}
          className="absolute inset-0 cursor-move shadow-[inset_0_0_0_1px_#fff,inset_0_0_0_2px_#0006]"
        >
          <span
            aria-hidden
            className="absolute inset-0 bg-[linear-gradient(#fff5,#fff5),linear-gradient(#fff5,#fff5),linear-gradient(#fff5,#fff5),linear-gradient(#fff5,#fff5)] bg-[length:1px_100%,1px_100%,100%_1px,100%_1px] bg-[position:33.3%_0,66.6%_0,0_33.3%,0_66.6%] bg-no-repeat"
          />
        </button>
        {HANDLES.map((handle) => (
          <button
            key={handle.name}
            type="button"
            aria-label={`Crop, ${handle.name}`}
            {...drag(handle)}
            className={clsx(
              'touch absolute size-3.5 -translate-1/2 rounded-xs bg-white shadow-[0_0_0_1px_#000a]',
              handle.x === 0 || handle.y === 0
                ? handle.x === 0
                  ? 'cursor-ns-resize'
                  : 'cursor-ew-resize'
                : handle.x === handle.y
                  ? 'cursor-nwse-resize'
                  : 'cursor-nesw-resize',
            )}
            style={{ left: percent((handle.x + 1) / 2), top: percent((handle.y + 1) / 2) }}
          />
        ))}
      </div>
    </div>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** "keeps 80 % by 80 % of the picture". */
export function cropWords({ left, top, right, bottom }: Crop): string {
  const percent = (share: number) => `${String(Math.round(share * 100))} %`;
  return `keeps ${percent(right - left)} by ${percent(bottom - top)} of the picture`;
}
