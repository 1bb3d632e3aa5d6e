import { Columns2, SquareSplitHorizontal, SquaresSubtract } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Item, Media, Take } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName } from '@/shared/lib/items';
import { Button, FullView, Kbd, Segmented } from '@/shared/ui';
import { CompareFooter, TakeRow } from './CompareFooter';
import { handleMove, replaced, type Compared } from './comparePair';
import { DifferenceView, One, SliderView } from './ComparePictures';
import { differenceWords, titleOf } from './compareWords';
import { usePixelDifference } from './pixelDifference';
import { TakeData } from './TakeData';
import { useFilmPair } from './useFilmPair';

type Mode = 'single' | 'slider' | 'beside' | 'difference';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;
const MODES = [
  { value: 'single', label: 'Single' },
  { value: 'slider', label: 'Slider', icon: <SquareSplitHorizontal {...ICON} /> },
  { value: 'beside', label: 'Side by side', icon: <Columns2 {...ICON} /> },
  { value: 'difference', label: 'Difference', icon: <SquaresSubtract {...ICON} /> },
] as const;
const SURROUNDS = [
  { value: 'dark', name: 'Dark surround', color: '#0e0e0e' },
  { value: 'grey', name: 'Mid grey surround', color: '#777777' },
  { value: 'light', name: 'Light surround', color: '#dddddd' },
] as const;
/** How much brighter a small difference is shown. */
const GAIN = 4;

interface CompareProps {
  pair: readonly [Compared, Compared];
  onClose: () => void;
  onPick: (item: Item, take: number) => void;
  sourcePicture: (itemId: string, take: number) => string | null | undefined;
  /** Picture of a take that is a film. */
  posterOf: (item: Item, take: Take) => string | null | undefined;
}

/** Two takes against each other. X swaps them, arrows move the handle, Enter uses the one not in use. */
export function Compare({ pair, onClose, onPick, sourcePicture, posterOf }: CompareProps) {
  const [[a, b], setPair] = useState(pair);
  const [mode, setMode] = useState<Mode>('slider');
  const [side, setSide] = useState<'A' | 'B'>('B');
  const [strong, setStrong] = useState(false);
  const [surround, setSurround] = useState<(typeof SURROUNDS)[number]['value']>('dark');
  const [handle, setHandle] = useState(50);
  const holding = useHeldKey('o');
  const { firstFilm, secondFilm, playing, toggleFilms } = useFilmPair();
  const sameItem = a.item.id === b.item.id;
  const other = sameItem ? [b, a].find(({ item, take }) => take.number !== item.selected) : undefined;
  const shown = side === 'A' ? a : b;
  const isFilm = b.take.media?.media_type.startsWith('video/') ?? false;

  const swap = () => {
    setPair([b, a]);
  };
  const set = (letter: 'A' | 'B', take: Take) => {
    setPair(replaced([a, b], letter, take));
    setSide(letter);
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
    key('d', 'Difference, or back to the slider', () => {
      setMode(mode === 'difference' ? 'slider' : 'difference');
    }),
    key('o', 'Hold to see A alone', () => undefined),
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
    ...(sameItem
      ? b.item.takes.slice(0, 9).map((take) =>
          key(String(take.number), `Take ${String(take.number)} as B`, () => {
            set('B', take);
          }),
        )
      : []),
    ...(isFilm ? [key('space', 'Play or pause both', toggleFilms)] : [key('space', 'Close', onClose)]),
    ...(other ? [key('enter', `Use take ${String(other.take.number)}`, use)] : []),
  ]);

  const films = { firstFilm, secondFilm };
  const view = holding ? 'held' : mode;
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
          <TakeData
            item={shown.item}
            take={shown.take}
            other={side === 'A' ? b.take : a.take}
            sourcePicture={sourcePicture}
          />
        </>
      }
    >
      <div
        className="flex min-h-0 flex-1 p-4 sm:p-8"
        style={{ background: SURROUNDS.find(({ value }) => value === surround)?.color }}
      >
        {view === 'held' && <One compared={a} />}
        {view === 'single' && <One compared={shown} />}
        {view === 'beside' && (
          <div className="flex min-h-0 flex-1 gap-4 max-sm:flex-col">
            <One compared={a} filmRef={firstFilm} />
            <One compared={b} filmRef={secondFilm} />
          </div>
        )}
        {view === 'slider' && <SliderView a={a} b={b} handle={handle} onHandle={setHandle} {...films} />}
        {view === 'difference' && <DifferenceView a={a} b={b} gain={strong ? GAIN : 1} {...films} />}
      </div>
      {mode === 'difference' && <Differs a={a} b={b} strong={strong} onStrong={setStrong} />}
      <CompareFooter
        pair={[a, b]}
        shows={
          view === 'held'
            ? { a: true, b: false }
            : { a: mode !== 'single' || side === 'A', b: mode !== 'single' || side === 'B' }
        }
        hint={
          <>
            {mode === 'slider' ? 'Move with' : 'A or B'} <Kbd keys="arrowleft" /> <Kbd keys="arrowright" />
          </>
        }
        onSwap={swap}
        films={isFilm && mode !== 'single' ? { playing, toggle: toggleFilms } : undefined}
        use={other && { take: other.take.number, run: use }}
      />
      {sameItem && b.item.takes.length > 2 && (
        <TakeRow
          item={b.item}
          a={a.take}
          b={b.take}
          posterOf={(take) => posterOf(b.item, take)}
          onSet={set}
        />
      )}
    </FullView>
  );
}

interface DiffersProps {
  a: Compared;
  b: Compared;
  strong: boolean;
  onStrong: (strong: boolean) => void;
}

/** Under the difference: how much of the picture it is, and whether it is shown stronger. */
function Differs({ a, b, strong, onStrong }: DiffersProps) {
  const [first, second] = [a.take.media, b.take.media];
  if (!first || !second) return null;
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-3 bg-panel px-4 text-small text-tx-2 sm:px-8">
      {first.media_type.startsWith('image/') && <Measured first={first} second={second} />}
      <span className="text-tx-3 max-sm:hidden">Black is the same in both.</span>
      <Button
        size="compact"
        pressed={strong}
        className="ml-auto"
        onClick={() => {
          onStrong(!strong);
        }}
      >
        Show {GAIN} times as strong
      </Button>
    </div>
  );
}

function Measured({ first, second }: { first: Media; second: Media }) {
  const share = usePixelDifference(first, second);
  return (
    <span role="status" className="num">
      {differenceWords(share)}.
    </span>
  );
}

/** Is a letter key held down now. */
function useHeldKey(letter: string): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === letter && !event.ctrlKey && !event.metaKey) setHeld(true);
    };
    const up = () => {
      setHeld(false);
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', up);
    };
  }, [letter]);
  return held;
}
