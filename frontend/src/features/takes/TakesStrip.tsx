import clsx from 'clsx';
import { ChevronDown, ChevronUp, CircleCheck, Columns2, Plus, Upload } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { useRemembered } from '@/shared/hooks/useStored';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName, nextTake } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment } from '@/shared/lib/time';
import { Button, IconButton, Kbd, Picture, Tag } from '@/shared/ui';
import { makerWords, originWords, scoreWords } from './takeWords';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

interface TakesStripProps {
  item: Item;
  /** Width over height of a picture take. */
  ratio: number;
  /** Picture of a take that is a film; undefined for picture takes. */
  posterOf?: ((take: Take) => string | null | undefined) | undefined;
  /** A third line on the card of a written take: "28 words added, 5 cut". */
  changeOf?: ((take: Take) => string) | undefined;
  onPick: (take: number) => void;
  /** Opens the question with the price of one more take. */
  onAnother: (() => void) | undefined;
  onCompare: (() => void) | undefined;
  onUpload: (() => void) | undefined;
  /** The last place of a strip of written takes: "Edit by hand". */
  trailing?: ReactNode;
}

/** The takes of one item, oldest first. The one with the white ring is in use. */
export function TakesStrip(props: TakesStripProps) {
  const { item, onPick, onAnother, onCompare, onUpload, trailing } = props;
  const wide = useMediaQuery('(min-width: 1180px)');
  const [open, setOpen] = useRemembered(wide ? 'takes.open' : 'takes.open.small', wide);
  const isStory = item.kind === 'story';
  const toggle = () => {
    setOpen(!open);
  };
  useShortcuts([
    { keys: 'shift+t', label: 'Show or hide the takes', group: 'Takes', run: toggle },
    ...item.takes.slice(0, 9).map((take) => ({
      keys: String(take.number),
      label: `Use take ${String(take.number)}`,
      group: 'Takes',
      run: () => {
        onPick(take.number);
      },
    })),
  ]);
  return (
    <section aria-label="Takes" className="shrink-0 border-t border-line bg-panel">
      <div className="flex min-h-9 items-center gap-2.5 pr-3 pl-3 text-small sm:pl-5">
        <h2 className="font-semibold">Takes</h2>
        <span className={clsx('shrink-0 font-semibold', item.kind === 'frame' && 'code')}>
          {isStory ? '' : itemName(item)}
        </span>
        <span className="min-w-0 truncate text-tx-3">{isStory ? 'Story' : item.summary}</span>
        <span className="ml-auto hidden shrink-0 items-center gap-1 text-tx-3 xl:inline-flex">
          Picking is free <Kbd keys="1" /> to <Kbd keys="9" />
        </span>
        {onCompare && (
          <Button
            variant="ghost"
            size="compact"
            keys="c"
            icon={<Columns2 {...ICON} />}
            onClick={onCompare}
            className="max-xl:ml-auto"
          >
            Compare
          </Button>
        )}
        {onUpload && (
          <Button
            variant="ghost"
            size="compact"
            icon={<Upload {...ICON} />}
            onClick={onUpload}
            className={clsx(!onCompare && 'max-xl:ml-auto')}
          >
            Upload take
          </Button>
        )}
        <IconButton
          label={open ? 'Hide the takes' : 'Show the takes'}
          keys="shift+t"
          aria-expanded={open}
          onClick={toggle}
          className={clsx(!onCompare && !onUpload && 'max-xl:ml-auto')}
        >
          {open ? <ChevronDown {...ICON} /> : <ChevronUp {...ICON} />}
        </IconButton>
      </div>
      {open && (
        <TakeList {...props}>
          {trailing}
          {!isStory && onAnother && (
            <button
              type="button"
              onClick={onAnother}
              style={{ aspectRatio: String(props.ratio) }}
              className="flex h-[72px] shrink-0 items-center justify-center gap-1.5 rounded-pic px-2 text-small text-tx-2 edge-2 transition-colors duration-[80ms] hover:bg-hover hover:text-tx"
            >
              <Plus {...ICON} />
              <span className="num">
                Take {nextTake(item)}, {formatUsd(item.price_usd)}
              </span>
            </button>
          )}
        </TakeList>
      )}
    </section>
  );
}

function TakeList({
  item,
  ratio,
  posterOf,
  changeOf,
  onPick,
  children,
}: TakesStripProps & { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const isStory = item.kind === 'story';
  useEffect(() => {
    list.current
      ?.querySelector('[aria-checked="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [item.id, item.selected, item.takes.length]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey) return;
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
    const from = radios.indexOf(event.target as HTMLElement);
    if (from < 0) return;
    event.preventDefault();
    radios[(from + step + radios.length) % radios.length]?.focus();
  };
  const focusable = item.takes.some(({ number }) => number === item.selected)
    ? item.selected
    : item.takes[0]?.number;
  return (
    <div className="flex gap-3 overflow-x-auto px-3 pt-1 pb-3 sm:px-5">
      <div
        ref={list}
        role="radiogroup"
        tabIndex={-1}
        aria-label={`Takes of ${isStory ? 'the story' : itemName(item)}`}
        onKeyDown={onKeyDown}
        className="flex gap-3 outline-none"
      >
        {item.takes.map((take) => (
          <button
            key={take.id}
            type="button"
            role="radio"
            aria-checked={take.number === item.selected}
            aria-label={takeName(take)}
            tabIndex={take.number === focusable ? 0 : -1}
            title={take.note || undefined}
            onClick={() => {
              onPick(take.number);
            }}
            className="shrink-0 rounded-card text-left"
          >
            {isStory ? (
              <StoryTake
                take={take}
                selected={take.number === item.selected}
                change={changeOf?.(take) ?? ''}
              />
            ) : (
              <PictureTake
                take={take}
                selected={take.number === item.selected}
                ratio={ratio}
                poster={posterOf ? posterOf(take) : take.media?.sha256}
              />
            )}
          </button>
        ))}
        {item.takes.length === 0 && <p className="py-2 text-small text-tx-3">No take yet.</p>}
      </div>
      {children}
    </div>
  );
}

function PictureTake({
  take,
  selected,
  ratio,
  poster,
}: {
  take: Take;
  selected: boolean;
  ratio: number;
  poster: string | null | undefined;
}) {
  return (
    <span className="flex flex-col" style={{ width: Math.max(72, Math.round(72 * ratio)) }}>
      <span className={clsx('block rounded-pic', selected && 'shadow-take')}>
        <Picture sha256={poster} alt="" className="h-[72px]" sizes="160px" />
      </span>
      <span className="mt-[7px] flex items-center gap-1 text-meta/[14px] text-tx-3">
        {selected && <CircleCheck aria-hidden size={13} strokeWidth={1.75} className="shrink-0 text-tx" />}
        <b className="shrink-0 font-semibold text-tx">Take {take.number}</b>
        <span className="num ml-auto truncate">{scoreWords(take)}</span>
      </span>
      <span className="truncate text-meta/[14px] text-tx-3">{originWords(take)}</span>
      <span className="num truncate text-meta/[14px] text-tx-3" title={`${take.provider} ${take.model}`}>
        {makerWords(take)}
      </span>
    </span>
  );
}

function StoryTake({ take, selected, change }: { take: Take; selected: boolean; change: string }) {
  return (
    <span className={clsx('block w-[236px] rounded-card bg-raised px-3 py-2', selected && 'shadow-take')}>
      <span className="flex items-center gap-1.5 text-small">
        <b className="font-semibold">Take {take.number}</b>
        {selected && <Tag tone="white">selected</Tag>}
        <span className="num ml-auto text-meta text-tx-3">{formatMoment(take.created_at)}</span>
      </span>
      <span className="mt-[3px] block truncate">{originWords(take)}</span>
      <span className="block truncate text-small text-tx-3">{change || take.model}</span>
    </span>
  );
}

function takeName(take: Take): string {
  return [`Take ${String(take.number)}`, originWords(take), makerWords(take), scoreWords(take)]
    .filter(Boolean)
    .join(', ');
}
