import clsx from 'clsx';
import { CircleAlert, History } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Item, StoryEdit } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import { SHOT_STEP_S, snapSeconds } from '@/shared/lib/seconds';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { formatClock, formatSeconds } from '@/shared/lib/time';
import { EditableText, Picture } from '@/shared/ui';

/** Width of one second of film, in pixels. */
const SECOND_PX = 64;

interface StripProps {
  items: readonly Item[];
  ratio: number;
  selection: Selection;
  onChange: (change: SelectionChange) => void;
  onEnlarge: (item: Item) => void;
  onEdit: (edits: StoryEdit[], said?: string) => void;
}

/** The board along the time axis: every frame is as wide as its shot is long. Edges change the length; captions
 * and lines are changed where they stand. */
export function Strip({ items, ratio, selection, onChange, onEnlarge, onEdit }: StripProps) {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const target = event.target as HTMLElement;
    if (step === undefined || event.altKey || target.dataset.frame === undefined) return;
    const next = items[items.findIndex(({ id }) => id === target.dataset.frame) + step];
    if (!next) return;
    event.preventDefault();
    onChange({ kind: event.shiftKey ? 'range' : 'focus', id: next.id });
    list.current?.querySelector<HTMLElement>(`[data-frame="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className="overflow-x-auto px-3 py-5 sm:px-5">
      {/* Left and Right move along the frames from whichever has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} aria-label="Frames in time" onKeyDown={onKeyDown} className="flex w-max gap-[3px]">
        {items.map((item) => (
          <StripFrame
            key={item.id}
            item={item}
            ratio={ratio}
            selected={selection.selected.includes(item.id)}
            focused={selection.focused === item.id}
            onChange={onChange}
            onEnlarge={onEnlarge}
            onEdit={onEdit}
          />
        ))}
      </ol>
      <p className="mt-4 text-small text-tx-3">
        One second is as wide everywhere. Drag a frame&rsquo;s right edge to make its shot longer or shorter.
      </p>
    </div>
  );
}

interface StripFrameProps extends Pick<StripProps, 'ratio' | 'onChange' | 'onEnlarge' | 'onEdit'> {
  item: Item;
  selected: boolean;
  focused: boolean;
}

function StripFrame({ item, ratio, selected, focused, onChange, onEnlarge, onEdit }: StripFrameProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const seconds = dragged ?? item.seconds ?? 2;
  const edit = (fields: { line?: string; caption?: string; seconds?: number }, said: string) => {
    if (item.shot !== null) onEdit([{ op: 'shot', id: item.shot, ...fields }], said);
  };
  const retime = (next: number) => {
    if (next !== item.seconds) edit({ seconds: next }, `${item.code} lasts ${next.toFixed(1)} s now.`);
  };
  return (
    <li
      style={{ width: seconds * SECOND_PX }}
      className={clsx(
        'relative rounded-card',
        selected ? 'bg-raised edge-ac' : focused ? 'edge-2' : 'hover:bg-panel',
      )}
    >
      <button
        type="button"
        data-frame={item.id}
        aria-pressed={selected}
        tabIndex={focused ? 0 : -1}
        onFocus={() => {
          onChange({ kind: 'look', id: item.id });
        }}
        onClick={(event) => {
          onChange({
            kind: event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
            id: item.id,
          });
        }}
        onDoubleClick={() => {
          onEnlarge(item);
        }}
        className="block w-full rounded-card p-1 text-left"
      >
        <span className="sr-only">
          {`Frame ${item.code}, ${formatClock(item.start_s ?? 0)}, ${formatSeconds(seconds)}`}
        </span>
        <span
          aria-hidden="true"
          className="code flex h-[22px] items-center gap-2 overflow-hidden px-0.5 text-meta text-tx-3"
        >
          <b className="text-small font-semibold text-tx">{item.code}</b>
          {formatClock(item.start_s ?? 0)}
          {item.stale && <History aria-label="stale" size={12} strokeWidth={1.75} className="text-stale" />}
          {item.failure && (
            <CircleAlert aria-label="failed" size={12} strokeWidth={1.75} className="text-fail" />
          )}
          <span className={clsx('ml-auto', dragged !== null && 'text-ac-hi')}>{formatSeconds(seconds)}</span>
        </span>
        <Picture
          sha256={shownTake(item)?.media?.sha256}
          alt=""
          className="h-36"
          fit="cover"
          sizes={`${String(Math.round(144 * ratio))}px`}
        />
        <span className="mt-1.5 line-clamp-2 px-0.5 text-small text-tx-2">{item.summary}</span>
      </button>
      {item.shot !== null && (
        <>
          <div className="flex flex-col gap-1 px-1.5 pb-2 text-small">
            <EditableText
              mayBeEmpty
              label={`Spoken line of ${item.code}`}
              value={item.line}
              placeholder="No line"
              className="text-tx"
              onSave={(line) => {
                edit({ line }, `The line of ${item.code} is changed.`);
              }}
            />
            <EditableText
              mayBeEmpty
              label={`Caption of ${item.code}`}
              value={item.caption}
              placeholder="No caption"
              className="text-tx-2"
              onSave={(caption) => {
                edit({ caption }, `The caption of ${item.code} is changed.`);
              }}
            />
          </div>
          <LengthEdge
            code={item.code}
            seconds={item.seconds ?? 2}
            onDrag={setDragged}
            onSet={(next) => {
              setDragged(null);
              retime(next);
            }}
          />
        </>
      )}
    </li>
  );
}

interface LengthEdgeProps {
  code: string;
  seconds: number;
  /** While it is dragged. */
  onDrag: (seconds: number | null) => void;
  onSet: (seconds: number) => void;
}

/** The right edge of a frame: dragging it, or the arrow keys, change the shot's length by half seconds. */
function LengthEdge({ code, seconds, onDrag, onSet }: LengthEdgeProps) {
  const from = useRef<number | null>(null);
  const at = (event: PointerEvent) =>
    snapSeconds(seconds + (event.clientX - (from.current ?? 0)) / SECOND_PX);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: -SHOT_STEP_S,
      ArrowDown: -SHOT_STEP_S,
      ArrowRight: SHOT_STEP_S,
      ArrowUp: SHOT_STEP_S,
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSet(snapSeconds(seconds + step));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`Length of ${code}`}
      aria-valuemin={1}
      aria-valuemax={30}
      aria-valuenow={seconds}
      aria-valuetext={`${String(seconds)} seconds`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onDrag(at(event));
      }}
      onPointerUp={(event) => {
        const next = at(event);
        from.current = null;
        onSet(next);
      }}
      onPointerCancel={() => {
        from.current = null;
        onDrag(null);
      }}
      className="absolute top-6 -right-[7px] z-10 h-36 w-3 cursor-ew-resize touch-none rounded-xs hover:bg-line-2"
    />
  );
}
