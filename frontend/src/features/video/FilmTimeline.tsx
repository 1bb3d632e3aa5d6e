import clsx from 'clsx';
import { CircleAlert, History, LoaderCircle } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Item } from '@/api/types';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { formatClock } from '@/shared/lib/time';
import { Picture } from '@/shared/ui';
import type { ClipSpan, TimedText } from './filmLanes';
import { rulerMarks, timecode } from './playerTime';
import type { PlayerCore } from './playerCore';
import { usePlayerTime } from './usePlayer';

interface FilmTimelineProps {
  spans: readonly ClipSpan[];
  captions: readonly TimedText[];
  duration: number;
  player: PlayerCore;
  /** Still of a clip. */
  posterOf: (item: Item) => string | null | undefined;
  selection: Selection;
  onChange: (change: SelectionChange) => void;
}

/** The film along the time axis: ruler, clips, captions, and the playhead over all of them. */
export function FilmTimeline(props: FilmTimelineProps) {
  const { spans, captions, duration, player } = props;
  const share = (seconds: number) => `${String(duration > 0 ? (seconds / duration) * 100 : 0)}%`;
  return (
    <section
      aria-label="Timeline"
      className="shrink-0 overflow-x-auto border-t border-line px-3 pb-3 sm:px-5"
    >
      <div className="min-w-[560px]">
        <Scrubber duration={duration} player={player}>
          {rulerMarks(duration).map((mark) => (
            <span key={mark} className="pointer-events-none absolute" style={{ left: share(mark) }}>
              {formatClock(mark)}
            </span>
          ))}
        </Scrubber>
        <div className="flex">
          <div aria-hidden className="flex w-16 shrink-0 flex-col gap-1 text-meta text-tx-3">
            <span className="h-16 leading-[22px]">Clips</span>
            <span className="leading-[22px]">Captions</span>
          </div>
          <div className="relative flex min-w-0 flex-1 flex-col gap-1">
            <ol aria-label="Clips" className="flex h-16 gap-0.5">
              {spans.map((span) => (
                <TimelineClip key={span.item.id} span={span} {...props} />
              ))}
            </ol>
            <div className="relative h-[22px] rounded-tag bg-panel">
              {captions.map(({ text, start, end }) => (
                <CaptionMark
                  key={start}
                  {...{ text, start, end, player }}
                  left={share(start)}
                  width={share(end - start)}
                />
              ))}
            </div>
            <Playhead player={player} duration={duration} />
          </div>
        </div>
      </div>
    </section>
  );
}

/** The ruler is also the slider that moves the playhead. */
function Scrubber({
  duration,
  player,
  children,
}: {
  duration: number;
  player: PlayerCore;
  children: ReactNode;
}) {
  const track = useRef<HTMLDivElement>(null);
  const time = usePlayerTime(player);
  const seekTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) player.seek(((event.clientX - box.left) / box.width) * duration);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home') player.seek(0);
    else if (event.key === 'End') player.seek(duration);
    else if (event.key === 'ArrowLeft') player.step(event.shiftKey ? -10 : -1);
    else if (event.key === 'ArrowRight') player.step(event.shiftKey ? 10 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={duration}
      aria-valuenow={time}
      aria-valuetext={timecode(time)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) seekTo(event);
      }}
      className="code relative ml-16 h-6 cursor-pointer touch-none text-lane/6 text-tx-3 select-none"
    >
      {children}
    </div>
  );
}

function TimelineClip({
  span,
  player,
  posterOf,
  selection,
  onChange,
  duration,
}: FilmTimelineProps & { span: ClipSpan }) {
  const { item, start, end } = span;
  const seconds = end - start;
  const current = selection.focused === item.id;
  const selected = selection.selected.includes(item.id);
  const stills = Math.max(1, Math.min(4, Math.round(seconds / Math.max(2.5, duration / 14))));
  return (
    <li className="min-w-0" style={{ flex: `${String(seconds)} 1 0` }}>
      <button
        type="button"
        aria-pressed={selected}
        aria-current={current}
        onClick={(event) => {
          onChange({
            kind: event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
            id: item.id,
          });
          player.seek(start);
        }}
        className={clsx(
          '@container flex h-full w-full flex-col overflow-hidden rounded-pic bg-raised text-left',
          (selected || current) &&
            'relative z-[1] shadow-[0_0_0_2px_var(--color-bg),0_0_0_4px_var(--clip-ring)]',
        )}
        style={{ ['--clip-ring' as string]: selected ? 'var(--color-ac)' : 'var(--color-line-ctl)' }}
      >
        <span className="sr-only">{clipName(item, seconds)}</span>
        <span aria-hidden="true" className="flex h-11 w-full">
          {Array.from({ length: stills }, (_, index) => (
            <Picture
              key={index}
              sha256={posterOf(item)}
              alt=""
              className="h-full min-w-0 flex-1 !rounded-none"
              sizes="120px"
            />
          ))}
        </span>
        <span
          aria-hidden="true"
          className={clsx(
            'code flex h-5 w-full items-center gap-1.5 px-1.5 text-lane text-tx-3',
            item.stale && 'bg-stale-tint',
          )}
        >
          <b className="font-semibold text-tx">{item.number}</b>
          <ClipMark item={item} />
          <span className="ml-auto truncate">
            {item.selected === null ? 'no take' : `T${String(item.selected)}`}
          </span>
          <span className="hidden @min-[72px]:inline">{seconds.toFixed(1)}</span>
        </span>
      </button>
    </li>
  );
}

function ClipMark({ item }: { item: Item }) {
  const icon = { 'aria-hidden': true, size: 11, strokeWidth: 1.75, className: 'shrink-0' } as const;
  if (item.work)
    return (
      <span className="flex items-center gap-1 truncate text-tx-2">
        <LoaderCircle {...icon} />
        <span className="hidden @min-[104px]:inline">making</span>
      </span>
    );
  if (item.failure)
    return (
      <span className="flex items-center gap-1 truncate text-fail">
        <CircleAlert {...icon} />
        <span className="hidden @min-[104px]:inline">failed</span>
      </span>
    );
  if (item.stale)
    return (
      <span className="flex items-center gap-1 truncate text-stale">
        <History {...icon} />
        <span className="hidden @min-[104px]:inline">stale</span>
      </span>
    );
  return null;
}

function CaptionMark({
  text,
  start,
  end,
  left,
  width,
  player,
}: TimedText & { left: string; width: string; player: PlayerCore }) {
  const time = usePlayerTime(player);
  const now = time >= start && time < end;
  return (
    <button
      type="button"
      title={text}
      onClick={() => {
        player.seek(start);
      }}
      style={{ left, width }}
      className={clsx(
        'absolute top-0.5 h-[18px] truncate rounded-xs bg-press px-1.5 text-left text-lane/[18px]',
        now ? 'text-tx shadow-[inset_0_0_0_1px_var(--color-ac)]' : 'text-tx-2',
      )}
    >
      {text}
    </button>
  );
}

function Playhead({ player, duration }: { player: PlayerCore; duration: number }) {
  const time = usePlayerTime(player);
  return (
    <span
      aria-hidden
      style={{ left: `${String(duration > 0 ? Math.min(100, (time / duration) * 100) : 0)}%` }}
      className="pointer-events-none absolute -top-2 bottom-0 z-[2] -ml-px w-0.5 bg-white shadow-[0_0_0_1px_#0008] before:absolute before:-top-1 before:-left-[5px] before:h-[9px] before:w-3 before:rounded-t-xs before:rounded-b-btn before:bg-white"
    />
  );
}

function clipName(item: Item, seconds: number): string {
  const state = item.work ? 'being made' : item.failure ? 'failed' : item.stale ? 'stale' : '';
  const take = item.selected === null ? 'no take' : `take ${String(item.selected)}`;
  return [`Clip ${String(item.number)}`, `${String(seconds)} seconds`, take, state]
    .filter(Boolean)
    .join(', ');
}
