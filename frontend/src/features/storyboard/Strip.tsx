import clsx from 'clsx';
import { CircleAlert, History } from 'lucide-react';
import type { Item } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { formatClock, formatSeconds } from '@/shared/lib/time';
import { Picture } from '@/shared/ui';

/** Width of one second of film, in pixels. */
const SECOND_PX = 64;

interface StripProps {
  items: readonly Item[];
  ratio: number;
  selection: Selection;
  onChange: (change: SelectionChange) => void;
  onEnlarge: (item: Item) => void;
}

/** The board along the time axis: every frame is as wide as its shot is long. */
export function Strip({ items, ratio, selection, onChange, onEnlarge }: StripProps) {
  return (
    <div className="overflow-x-auto px-3 py-5 sm:px-5">
      <ol aria-label="Frames in time" className="flex w-max gap-[3px]">
        {items.map((item) => (
          <StripFrame
            key={item.id}
            item={item}
            ratio={ratio}
            selected={selection.selected.includes(item.id)}
            focused={selection.focused === item.id}
            onChange={onChange}
            onEnlarge={onEnlarge}
          />
        ))}
      </ol>
      <p className="mt-4 text-small text-tx-3">
        One second is as wide everywhere. Change a shot&rsquo;s length in the story.
      </p>
    </div>
  );
}

interface StripFrameProps extends Pick<StripProps, 'ratio' | 'onChange' | 'onEnlarge'> {
  item: Item;
  selected: boolean;
  focused: boolean;
}

function StripFrame({ item, ratio, selected, focused, onChange, onEnlarge }: StripFrameProps) {
  const seconds = item.seconds ?? 2;
  return (
    <li style={{ width: seconds * SECOND_PX }}>
      <button
        type="button"
        aria-pressed={selected}
        onClick={(event) => {
          onChange({
            kind: event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
            id: item.id,
          });
        }}
        onDoubleClick={() => {
          onEnlarge(item);
        }}
        className={clsx(
          'block w-full rounded-card p-1 text-left',
          selected ? 'bg-raised edge-ac' : focused ? 'edge-2' : 'hover:bg-panel',
        )}
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
          <span className="ml-auto">{formatSeconds(seconds)}</span>
        </span>
        <Picture
          sha256={shownTake(item)?.media?.sha256}
          alt=""
          className="h-36"
          fit="cover"
          sizes={`${String(Math.round(144 * ratio))}px`}
        />
        <span className="mt-1.5 line-clamp-2 px-0.5 text-small text-tx-2">{item.summary}</span>
        {item.line && <span className="mt-0.5 line-clamp-2 px-0.5 text-small text-tx">“{item.line}”</span>}
      </button>
    </li>
  );
}
