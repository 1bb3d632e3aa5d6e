import { ChevronsLeftRight } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';

interface WipeHandleProps {
  /** Where the border is, a share of the picture's width. */
  at: number;
  /** Left end and width of the picture in the window, CSS pixels. */
  left: number;
  width: number;
  onMove: (at: number) => void;
}

const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 };

/** The border between before and after: dragged, or moved with the arrows. */
export function WipeHandle({ at, left, width, onMove }: WipeHandleProps) {
  const move = (share: number) => onMove(Math.min(1, Math.max(0, share)));
  const drag = (event: PointerEvent<HTMLElement>) => {
    const area = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    if (area && event.buttons === 1) move((event.clientX - area.left - left) / width);
  };
  const press = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? 1
          : by
            ? at + by * (event.shiftKey ? 0.1 : 0.01)
            : null;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  };
  return (
    <div
      className="absolute inset-y-0 -ml-px w-0.5 bg-white shadow-[0_0_0_1px_#0006]"
      style={{ left: `${left + at * width}px` }}
    >
      <div
        role="slider"
        tabIndex={0}
        aria-label="Border between before and after"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at * 100)}
        aria-valuetext={`${Math.round(at * 100)} percent before`}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        className="absolute top-1/2 left-1/2 -m-[22px] grid size-11 cursor-ew-resize touch-none place-items-center rounded-full bg-white text-black shadow-[0_0_0_1px_#0006]"
      >
        <ChevronsLeftRight aria-hidden size={18} strokeWidth={1.75} />
      </div>
    </div>
  );
}
