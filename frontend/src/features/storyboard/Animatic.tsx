import { Pause, Play, SkipBack } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Item } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { shownTake } from '@/shared/lib/items';
import { formatClock } from '@/shared/lib/time';
import { IconButton, Picture } from '@/shared/ui';
import { animaticStills, stillAt, type AnimaticStill } from './animatic';

interface AnimaticProps {
  items: readonly Item[];
  ratio: number;
  /** Starts at this frame. */
  startAt: string | null;
}

/** The board played in time, with what is said under each picture. Starts only when asked to. */
export function Animatic({ items, ratio, startAt }: AnimaticProps) {
  const stills = useMemo(() => animaticStills(items), [items]);
  const duration = stills.at(-1)?.end ?? 0;
  const [time, setTime] = useState(() => stills.find(({ item }) => item.id === startAt)?.start ?? 0);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const elapsed = (now - last) / 1000;
      last = now;
      setTime((before) => Math.min(duration, before + elapsed));
    }, 80);
    return () => {
      clearInterval(timer);
    };
  }, [playing, duration]);
  if (playing && time >= duration) setPlaying(false);

  const toggle = () => {
    if (!playing && time >= duration) setTime(0);
    setPlaying(!playing);
  };
  const stepTo = (step: -1 | 1) => {
    const index = stills.findIndex((still) => still === stillAt(stills, time));
    setTime(stills[Math.min(stills.length - 1, Math.max(0, index + step))]?.start ?? 0);
  };
  useShortcuts([
    { keys: 'space', label: 'Play or pause the animatic', group: 'Animatic', run: toggle },
    {
      keys: 'arrowleft',
      label: 'Frame before',
      group: 'Animatic',
      run: () => {
        stepTo(-1);
      },
    },
    {
      keys: 'arrowright',
      label: 'Frame after',
      group: 'Animatic',
      run: () => {
        stepTo(1);
      },
    },
  ]);
  const still = stillAt(stills, time);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 bg-well p-3 sm:px-5">
      <Screen still={still} ratio={ratio} />
      <div className="flex items-center gap-2">
        <IconButton
          label="To the start"
          onClick={() => {
            setTime(0);
          }}
        >
          <SkipBack aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
        <PlayButton playing={playing} onClick={toggle} />
        <span className="code ml-1.5 text-small">
          {formatClock(time)} <span className="text-tx-3">/ {formatClock(duration)}</span>
        </span>
        <input
          type="range"
          aria-label="Moment in the animatic"
          aria-valuetext={`${formatClock(time)}, frame ${still?.item.code ?? ''}`}
          min={0}
          max={duration}
          step={0.5}
          value={time}
          onChange={(event) => {
            setTime(Number(event.target.value));
          }}
          className="mx-2 h-7 min-w-0 flex-1 accent-(--color-tx-2)"
        />
        <span className="code text-small text-tx-3">{still?.item.code}</span>
      </div>
    </div>
  );
}

function Screen({ still, ratio }: { still: AnimaticStill | undefined; ratio: number }) {
  const words = still ? still.item.line || still.item.caption : '';
  const take = still && shownTake(still.item);
  return (
    <div className="relative flex min-h-0 flex-1 items-center justify-center @container-size">
      <div
        className="relative"
        style={{ aspectRatio: ratio, width: `min(100cqw, calc(100cqh * ${String(ratio)}))` }}
      >
        <Picture
          sha256={take?.media?.sha256}
          alt={still?.item.summary ?? ''}
          eager
          className="size-full !rounded-xs"
          sizes="70vw"
        />
        {!take && (
          <p className="absolute inset-0 grid place-items-center text-tx-3">
            {still?.item.code} has no take yet
          </p>
        )}
        {words && (
          <p className="absolute inset-x-4 bottom-[5%] text-center text-[1rem]/6 text-white">
            <span className="rounded-tag bg-black/75 box-decoration-clone px-2.5 py-0.5">{words}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function PlayButton({ playing, onClick }: { playing: boolean; onClick: () => void }) {
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={playing ? 'Pause' : 'Play'}
      aria-keyshortcuts="Space"
      onClick={onClick}
      className="touch grid size-8 place-items-center rounded-full bg-tx text-bg transition-colors duration-[80ms] hover:bg-white"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} fill="currentColor" />
    </button>
  );
}
