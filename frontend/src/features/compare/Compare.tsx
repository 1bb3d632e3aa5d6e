import clsx from 'clsx';
import {
  ArrowLeftRight,
  ChevronsLeftRight,
  Columns2,
  Pause,
  Play,
  SquareSplitHorizontal,
} from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Item } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment } from '@/shared/lib/time';
import { Button, IconButton, Kbd, Segmented } from '@/shared/ui';
import { handleMove, type Compared } from './comparePair';
import { FullView } from './FullView';
import { LargeMedia } from './LargeMedia';
import { TakeData } from './TakeData';

type Mode = 'single' | 'slider' | 'beside';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;
const MODES = [
  { value: 'single', label: 'Single' },
  { value: 'slider', label: 'Slider', icon: <SquareSplitHorizontal {...ICON} /> },
  { value: 'beside', label: 'Side by side', icon: <Columns2 {...ICON} /> },
] as const;
const SURROUNDS = [
  { value: 'dark', name: 'Dark surround', color: '#0e0e0e' },
  { value: 'grey', name: 'Mid grey surround', color: '#777777' },
  { value: 'light', name: 'Light surround', color: '#dddddd' },
] as const;

interface CompareProps {
  pair: readonly [Compared, Compared];
  onClose: () => void;
  onPick: (item: Item, take: number) => void;
  sourcePicture: (itemId: string, take: number) => string | null | undefined;
}

/** Two takes against each other. X swaps them, arrows move the handle, Enter uses the one not in use. */
export function Compare({ pair, onClose, onPick, sourcePicture }: CompareProps) {
  const [[a, b], setPair] = useState(pair);
  const [mode, setMode] = useState<Mode>('slider');
  const [side, setSide] = useState<'A' | 'B'>('B');
  const [surround, setSurround] = useState<(typeof SURROUNDS)[number]['value']>('dark');
  const [handle, setHandle] = useState(50);
  const { firstFilm, secondFilm, playing, toggleFilms } = useFilmPair();
  const sameItem = a.item.id === b.item.id;
  const other = sameItem ? [b, a].find(({ item, take }) => take.number !== item.selected) : undefined;
  const shown = side === 'A' ? a : b;
  const isFilm = b.take.media?.media_type.startsWith('video/') ?? false;

  const swap = () => {
    setPair([b, a]);
  };
  const nudge = (key: string, shift: boolean) => {
    if (mode === 'slider') setHandle(handleMove(handle, key, shift) ?? handle);
    else setSide(key === 'ArrowLeft' ? 'A' : 'B');
  };
  const use = () => {
    if (!other) return;
    onPick(other.item, other.take.number);
    onClose();
  };
  const key = (keys: string, label: string, run: () => void) => ({
    keys,
    label,
    group: 'Compare',
    run,
    inDialog: true,
  });
  useShortcuts([
    key('x', 'Swap A and B', swap),
    key('arrowleft', 'Handle left, or show A', () => {
      nudge('ArrowLeft', false);
    }),
    key('arrowright', 'Handle right, or show B', () => {
      nudge('ArrowRight', false);
    }),
    key('shift+arrowleft', 'Handle left by ten', () => {
      nudge('ArrowLeft', true);
    }),
    key('shift+arrowright', 'Handle right by ten', () => {
      nudge('ArrowRight', true);
    }),
    ...(isFilm ? [key('space', 'Play or pause both', toggleFilms)] : []),
    ...(other ? [key('enter', `Use take ${String(other.take.number)}`, use)] : []),
  ]);

  return (
    <FullView
      title={`Compare ${titleOf(a, sameItem)} with ${titleOf(b, sameItem)}`}
      onClose={onClose}
      bar={
        <>
          <b className="code ml-2 text-stage font-semibold">
            {sameItem ? itemName(a.item) : `${itemName(a.item)}, ${itemName(b.item)}`}
          </b>
          {sameItem && (
            <span className="max-w-72 truncate font-semibold max-lg:hidden">{a.item.summary}</span>
          )}
          <Segmented
            label="How to compare"
            value={mode}
            onChange={setMode}
            segments={MODES}
            className="mx-auto"
          />
          <Segmented
            label="Surround"
            value={surround}
            onChange={setSurround}
            segments={SURROUNDS.map(({ value, name, color }) => ({
              value,
              name,
              label: (
                <span
                  aria-hidden
                  className="size-3.5 rounded-xs shadow-[inset_0_0_0_1px_#ffffff40]"
                  style={{ background: color }}
                />
              ),
            }))}
          />
        </>
      }
      panel={
        <>
          <div className="mb-4">
            <Segmented
              label="Data of"
              value={side}
              onChange={setSide}
              segments={[
                { value: 'A', label: `A, ${titleOf(a, sameItem)}` },
                { value: 'B', label: `B, ${titleOf(b, sameItem)}` },
              ]}
            />
          </div>
          <TakeData item={shown.item} take={shown.take} sourcePicture={sourcePicture} />
        </>
      }
    >
      <div
        className="flex min-h-0 flex-1 p-4 sm:p-8"
        style={{ background: SURROUNDS.find(({ value }) => value === surround)?.color }}
      >
        {mode === 'single' && <One compared={shown} />}
        {mode === 'beside' && (
          <div className="flex min-h-0 flex-1 gap-4 max-sm:flex-col">
            <One compared={a} filmRef={firstFilm} />
            <One compared={b} filmRef={secondFilm} />
          </div>
        )}
        {mode === 'slider' && (
          <SliderView
            a={a}
            b={b}
            handle={handle}
            onHandle={setHandle}
            firstFilm={firstFilm}
            secondFilm={secondFilm}
          />
        )}
      </div>
      <footer className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-panel px-4 py-2 sm:px-8">
        <Label sameItem={sameItem} letter="A" compared={a} active={mode !== 'single' || side === 'A'} />
        <IconButton label="Swap A and B" keys="x" side="top" onClick={swap}>
          <ArrowLeftRight {...ICON} />
        </IconButton>
        <Label sameItem={sameItem} letter="B" compared={b} active={mode !== 'single' || side === 'B'} />
        <span className="ml-auto flex items-center gap-1.5 text-small text-tx-3 max-lg:hidden">
          Move with <Kbd keys="arrowleft" /> <Kbd keys="arrowright" /> swap <Kbd keys="x" />
        </span>
        {isFilm && mode !== 'single' && (
          <Button
            icon={playing ? <Pause {...ICON} /> : <Play {...ICON} />}
            keys="space"
            onClick={toggleFilms}
          >
            {playing ? 'Pause both' : 'Play both'}
          </Button>
        )}
        {other && (
          <Button variant="filled" keys="enter" onClick={use}>
            Use take {other.take.number}, free
          </Button>
        )}
      </footer>
    </FullView>
  );
}

function One({ compared, filmRef }: { compared: Compared; filmRef?: RefObject<HTMLVideoElement | null> }) {
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

interface SliderViewProps {
  a: Compared;
  b: Compared;
  handle: number;
  onHandle: (percent: number) => void;
  firstFilm: RefObject<HTMLVideoElement | null>;
  secondFilm: RefObject<HTMLVideoElement | null>;
}

/** B over A, cut off at the handle. */
function SliderView({ a, b, handle, onHandle, firstFilm, secondFilm }: SliderViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const sameItem = a.item.id === b.item.id;
  if (!a.take.media || !b.take.media) return null;
  const { width, height } = b.take.media;
  const drag = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds || event.buttons !== 1) return;
    onHandle(Math.min(100, Math.max(0, ((event.clientX - bounds.left) / bounds.width) * 100)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = handleMove(handle, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onHandle(next);
  };
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center @container-size">
      <div
        ref={box}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
        className="relative cursor-ew-resize touch-none overflow-hidden rounded-xs select-none"
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
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${String(handle)}%)` }}>
          <LargeMedia
            bare
            ref={secondFilm}
            media={b.take.media}
            alt={`B, ${titleOf(b, sameItem)}`}
            className="absolute inset-0 size-full object-cover"
          />
        </div>
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
      </div>
    </div>
  );
}

interface LabelProps {
  letter: string;
  compared: Compared;
  sameItem: boolean;
  active: boolean;
}

function Label({ letter, compared, sameItem, active }: LabelProps) {
  const { take } = compared;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span
        className={clsx(
          'code grid size-[18px] shrink-0 place-items-center rounded-tag text-meta font-semibold',
          active ? 'bg-tx text-bg' : 'bg-press text-tx-2',
        )}
      >
        {letter}
      </span>
      <b className="font-semibold whitespace-nowrap">{titleOf(compared, sameItem)}</b>
      <span className="num max-w-56 truncate text-small text-tx-3">
        {[take.note && `“${take.note}”`, formatMoment(take.created_at), formatUsd(take.cost_usd)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </span>
  );
}

/** Two films that start, stop and stand at the same moment. */
function useFilmPair() {
  const first = useRef<HTMLVideoElement>(null);
  const second = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const toggle = () => {
    const films = [first.current, second.current].filter((film) => film instanceof HTMLVideoElement);
    for (const film of films) {
      if (playing) film.pause();
      else {
        film.currentTime = films[0]?.currentTime ?? 0;
        film.play().catch(() => {
          // The browser refused to start: the button goes back to Play.
          setPlaying(false);
        });
      }
    }
    setPlaying(!playing);
  };
  return { firstFilm: first, secondFilm: second, playing, toggleFilms: toggle };
}

function titleOf({ item, take }: Compared, sameItem: boolean): string {
  return sameItem ? `Take ${String(take.number)}` : `${itemName(item)} take ${String(take.number)}`;
}
