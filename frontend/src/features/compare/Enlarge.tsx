import { ChevronLeft, ChevronRight, Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { Item, Media, Take } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName, shownTake } from '@/shared/lib/items';
import { formatSeconds } from '@/shared/lib/time';
import { Button, FullView, IconButton, Segmented, Select } from '@/shared/ui';
import { LargeMedia } from './LargeMedia';
import { RegionMark } from './RegionMark';
import type { Region } from './ScoreList';
import { TakeData } from './TakeData';

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;
/** More takes than this are chosen from a list. */
const MOST_TABS = 4;

interface EnlargeProps {
  items: readonly Item[];
  item: Item;
  onItem: (itemId: string) => void;
  onClose: () => void;
  onPick: (item: Item, take: number) => void;
  onCompare: ((item: Item) => void) | undefined;
  posterOf: (item: Item) => string | null | undefined;
  sourcePicture: (itemId: string, take: number) => string | null | undefined;
  remarkOf: (item: Item) => string | undefined;
}

/** One item as large as the window, with all that is known of the take on show. */
export function Enlarge(props: EnlargeProps) {
  const { items, item, onItem, onClose, onPick, onCompare, posterOf, sourcePicture, remarkOf } = props;
  const [viewed, setViewed] = useState<{ item: string; take: number } | null>(null);
  const take =
    (viewed?.item === item.id ? item.takes.find(({ number }) => number === viewed.take) : undefined) ??
    shownTake(item);
  const [region, setRegion] = useState<Region | null>(null);
  const index = items.findIndex(({ id }) => id === item.id);

  const go = (step: -1 | 1) => {
    const next = items[index + step];
    if (next) onItem(next.id);
  };
  const view = (number: number) => {
    setViewed({ item: item.id, take: number });
  };
  const turn = (step: -1 | 1) => {
    const at = item.takes.findIndex(({ number }) => number === take?.number);
    const next = item.takes[at + step];
    if (next) view(next.number);
  };
  const use = () => {
    if (take && take.number !== item.selected) onPick(item, take.number);
  };
  const key = (keys: string, label: string, run: () => void) => ({
    keys,
    label,
    group: 'Enlarge',
    run,
    inDialog: true,
  });
  useShortcuts([
    key('arrowleft', 'Item before', () => {
      go(-1);
    }),
    key('arrowright', 'Item after', () => {
      go(1);
    }),
    key('alt+arrowleft', 'Take before', () => {
      turn(-1);
    }),
    key('alt+arrowright', 'Take after', () => {
      turn(1);
    }),
    key('mod+enter', 'Use this take', use),
    ...(onCompare
      ? [
          key('c', 'Compare takes', () => {
            onCompare(item);
          }),
        ]
      : []),
  ]);

  const count = `${item.kind === 'frame' ? 'Frame' : item.kind === 'clip' ? 'Clip' : 'Reference'} ${String(index + 1)} of ${String(items.length)}`;
  return (
    <FullView
      title={`${itemName(item)}, enlarged`}
      onClose={onClose}
      bar={
        <>
          <IconButton
            label="Item before"
            keys="arrowleft"
            onClick={() => {
              go(-1);
            }}
            disabled={index <= 0}
          >
            <ChevronLeft {...ICON} />
          </IconButton>
          <IconButton
            label="Item after"
            keys="arrowright"
            onClick={() => {
              go(1);
            }}
            disabled={index >= items.length - 1}
          >
            <ChevronRight {...ICON} />
          </IconButton>
          <b className="code ml-2 text-stage font-semibold">{itemName(item)}</b>
          {item.code && item.code !== item.summary && (
            <span className="max-w-96 truncate font-semibold max-sm:hidden">{item.summary}</span>
          )}
          <span className="num text-small text-tx-3">
            {count}
            {item.seconds !== null && `, ${formatSeconds(item.seconds)}`}
          </span>
        </>
      }
      panel={
        <>
          <div className="mb-4 flex flex-wrap items-center gap-2">
            <TakeSwitch item={item} take={take} onView={view} />
            <span className="ml-auto flex gap-2">
              {onCompare && item.takes.length > 1 && (
                <Button
                  size="compact"
                  variant="ghost"
                  keys="c"
                  icon={<Columns2 {...ICON} size={14} />}
                  onClick={() => {
                    onCompare(item);
                  }}
                >
                  Compare
                </Button>
              )}
            </span>
          </div>
          {take ? (
            <>
              <TakeData
                item={item}
                take={take}
                sourcePicture={sourcePicture}
                remark={remarkOf(item)}
                onRegion={setRegion}
              />
              {take.number !== item.selected && (
                <Button variant="filled" keys="mod+enter" onClick={use} className="mt-4 w-full">
                  Use take {take.number}, free
                </Button>
              )}
            </>
          ) : (
            <p className="text-tx-2">{item.failure ? item.failure.message : 'No take yet.'}</p>
          )}
        </>
      }
    >
      <div className="flex min-h-0 flex-1 p-4 sm:p-8">
        {take?.media ? (
          <EnlargedTake
            key={take.id}
            media={take.media}
            poster={posterOf(item)}
            alt={`${itemName(item)}, take ${String(take.number)}: ${item.summary}`}
            region={region}
          />
        ) : (
          <p className="m-auto text-tx-3">No take yet</p>
        )}
      </div>
    </FullView>
  );
}

/** The take, with the part of it that a score speaks of. */
function EnlargedTake({
  media,
  poster,
  alt,
  region,
}: {
  media: Media;
  poster: string | null | undefined;
  alt: string;
  region: Region | null;
}) {
  const shape = media.width / media.height;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 items-center justify-center @container-size">
      <div
        className="relative animate-fade"
        style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${String(shape)}))` }}
      >
        <LargeMedia media={media} poster={poster} alt={alt} className="size-full rounded-xs" />
        {region && <RegionMark region={region} />}
      </div>
    </div>
  );
}

function TakeSwitch({
  item,
  take,
  onView,
}: {
  item: Item;
  take: Take | undefined;
  onView: (take: number) => void;
}) {
  if (!take) return null;
  const name = (number: number) => `Take ${String(number)}${number === item.selected ? ', in use' : ''}`;
  const choices = item.takes.map(({ number }) => ({ value: String(number), label: name(number) }));
  const change = (value: string) => {
    onView(Number(value));
  };
  if (choices.length === 1) return <b className="font-semibold">{choices[0]?.label}</b>;
  if (choices.length > MOST_TABS)
    return <Select label="Take on show" value={String(take.number)} options={choices} onChange={change} />;
  const tabs = item.takes.map(({ number }) => ({
    value: String(number),
    label: String(number),
    name: name(number),
  }));
  return (
    <span className="flex items-center gap-2">
      <Segmented label="Take on show" value={String(take.number)} segments={tabs} onChange={change} />
      <b className="text-small font-semibold">{name(take.number)}</b>
    </span>
  );
}
