import { ChevronsLeftRight } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from 'react';
import { itemName } from '@/shared/lib/items';
import { handleMove, type Compared } from './comparePair';
import { titleOf } from './compareWords';
import { LargeMedia } from './LargeMedia';

/** One of the two, as large as its place. */
export function One({
  compared,
  filmRef,
}: {
  compared: Compared;
  filmRef?: RefObject<HTMLVideoElement | null>;
}) {
  const { item, take } = compared;
  if (!take.media) return null;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 items-center justify-center">
      <LargeMedia
        media={take.media}
        alt={`${itemName(item)}, take ${String(take.number)}`}
        bare={filmRef !== undefined}
        {...(filmRef && { ref: filmRef })}
        className="max-h-full min-h-0 max-w-full rounded-xs object-contain"
      />
    </div>
  );
}

interface PairProps {
  a: Compared;
  b: Compared;
  firstFilm: RefObject<HTMLVideoElement | null>;
  secondFilm: RefObject<HTMLVideoElement | null>;
}

interface StackProps extends PairProps {
  /** How B lies over A. */
  over: (picture: ReactNode) => ReactNode;
  onDrag?: (event: PointerEvent<HTMLDivElement>) => void;
  className?: string;
  children?: ReactNode;
}

/** A and B at the same place, in the shape of B. */
function Stack({ a, b, firstFilm, secondFilm, over, onDrag, className = '', children }: StackProps) {
  const sameItem = a.item.id === b.item.id;
  if (!a.take.media || !b.take.media) return null;
  const { width, height } = b.take.media;
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center @container-size">
      <div
        {...(onDrag && {
          onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            onDrag(event);
          },
          onPointerMove: onDrag,
        })}
        className={`relative overflow-hidden rounded-xs select-none ${className}`}
        style={{
          aspectRatio: `${String(width)} / ${String(height)}`,
          width: `min(100cqw, calc(100cqh * ${String(width / height)}))`,
        }}
      >
        <LargeMedia
          bare
          ref={firstFilm}
          media={a.take.media}
          alt={`A, ${titleOf(a, sameItem)}`}
          className="absolute inset-0 size-full object-cover"
        />
        {over(
          <LargeMedia
            bare
            ref={secondFilm}
            media={b.take.media}
            alt={`B, ${titleOf(b, sameItem)}`}
            className="absolute inset-0 size-full object-cover"
          />,
        )}
        {children}
      </div>
    </div>
  );
}

/** B over A, cut off at the handle. */
export function SliderView({
  handle,
  onHandle,
  ...pair
}: PairProps & { handle: number; onHandle: (percent: number) => void }) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const bounds = event.currentTarget.getBoundingClientRect();
    onHandle(Math.min(100, Math.max(0, ((event.clientX - bounds.left) / bounds.width) * 100)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = handleMove(handle, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onHandle(next);
  };
  return (
    <Stack
      {...pair}
      onDrag={drag}
      className="cursor-ew-resize touch-none"
      over={(picture) => (
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${String(handle)}%)` }}>
          {picture}
        </div>
      )}
    >
      <div
        className="absolute inset-y-0 -ml-px w-0.5 bg-white shadow-[0_0_0_1px_#0006]"
        style={{ left: `${String(handle)}%` }}
      >
        <div
          role="slider"
          tabIndex={0}
          aria-label="Border between A and B"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(handle)}
          aria-valuetext={`${String(Math.round(handle))} percent A`}
          onKeyDown={onKeyDown}
          className="absolute top-[82%] left-1/2 -m-[18px] grid size-9 place-items-center rounded-full bg-white text-black shadow-[0_0_0_1px_#0006,0_0_0_3px_var(--color-ac)]"
        >
          <ChevronsLeftRight aria-hidden size={16} strokeWidth={1.75} />
        </div>
      </div>
    </Stack>
  );
}

/** What differs between A and B, as light: equal pixels are black. `gain` makes small differences visible. */
export function DifferenceView({ gain, ...pair }: PairProps & { gain: number }) {
  return (
    <div
      className="flex min-h-0 flex-1"
      style={{ filter: gain === 1 ? undefined : `brightness(${String(gain)})` }}
    >
      <Stack
        {...pair}
        className="isolate bg-black"
        over={(picture) => <div className="absolute inset-0 mix-blend-difference">{picture}</div>}
      />
    </div>
  );
}
