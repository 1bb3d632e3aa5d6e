import clsx from 'clsx';
import { ChevronDown, ChevronUp, Columns2, GalleryHorizontal, LayoutGrid, Plus, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { useRemembered } from '@/shared/hooks/useStored';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName, nextTake } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { Button, IconButton, Kbd } from '@/shared/ui';
import { PictureTake, StoryTake, TAKE_HEIGHT } from './TakeCards';
import { TakeMenu, type TakeActions } from './TakeMenu';
import { fromWords, makerWords, originWords, scoreWords } from './takeWords';

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
  /** Takes a dropped file as a take. */
  onFile?: ((file: File) => void) | undefined;
  /** What the menu of each take does. */
  takeActions?: TakeActions | undefined;
  /** Words of the item that are changed in place. */
  words?: ReactNode;
  /** The last place of a strip of written takes: "Edit by hand". */
  trailing?: ReactNode;
}

/** The takes of one item, oldest first. The one with the white ring is in use. */
export function TakesStrip(props: TakesStripProps) {
  const { item, onPick, onAnother, onCompare, onUpload, onFile, words, trailing } = props;
  const wide = useMediaQuery('(min-width: 1180px)');
  const [open, setOpen] = useRemembered(wide ? 'takes.open' : 'takes.open.small', wide);
  const [grid, setGrid] = useRemembered('takes.grid', false);
  const [dropping, setDropping] = useState(false);
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
    <section
      aria-label="Takes"
      {...(onFile && dropHandlers(onFile, setDropping))}
      className={clsx('shrink-0 border-t border-line', dropping ? 'bg-ac-tint' : 'bg-panel')}
    >
      <div className="flex min-h-9 items-center gap-2.5 pr-3 pl-3 text-small sm:pl-5">
        <h2 className="font-semibold">Takes</h2>
        <span className={clsx('shrink-0 font-semibold', item.kind === 'frame' && 'code')}>
          {isStory ? '' : itemName(item)}
        </span>
        <span className="min-w-0 truncate text-tx-3" title={item.summary}>
          {dropping ? `Drop to add take ${String(nextTake(item))}` : isStory ? 'Story' : item.summary}
        </span>
        {words && <span className="min-w-0 shrink-0 max-lg:hidden">{words}</span>}
        <span className="ml-auto hidden shrink-0 items-center gap-1 text-tx-3 2xl:inline-flex">
          Picking is free <Kbd keys="1" /> to <Kbd keys="9" />
        </span>
        {onCompare && (
          <Button
            variant="ghost"
            size="compact"
            keys="c"
            icon={<Columns2 {...ICON} />}
            onClick={onCompare}
            className="max-2xl:ml-auto"
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
            className={clsx(!onCompare && 'max-2xl:ml-auto')}
          >
            Upload take
          </Button>
        )}
        {!isStory && open && (
          <IconButton
            label={grid ? 'Takes in a row' : 'Takes as a grid'}
            onClick={() => {
              setGrid(!grid);
            }}
            className={clsx(!onCompare && !onUpload && 'max-2xl:ml-auto')}
          >
            {grid ? <GalleryHorizontal {...ICON} /> : <LayoutGrid {...ICON} />}
          </IconButton>
        )}
        <IconButton
          label={open ? 'Hide the takes' : 'Show the takes'}
          keys="shift+t"
          aria-expanded={open}
          onClick={toggle}
          className={clsx(!onCompare && !onUpload && (isStory || !open) && 'max-2xl:ml-auto')}
        >
          {open ? <ChevronDown {...ICON} /> : <ChevronUp {...ICON} />}
        </IconButton>
      </div>
      {open && (
        <TakeList {...props} grid={grid && !isStory}>
          {trailing}
          {!isStory && onAnother && (
            <button
              type="button"
              onClick={onAnother}
              style={{
                aspectRatio: String(props.ratio),
                height: grid ? TAKE_HEIGHT.grid : TAKE_HEIGHT.strip,
              }}
              className="flex shrink-0 items-center justify-center gap-1.5 rounded-pic px-2 text-small text-tx-2 edge-2 transition-colors duration-[80ms] hover:bg-hover hover:text-tx"
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
  takeActions,
  grid,
  onPick,
  children,
}: TakesStripProps & { grid: boolean; children: ReactNode }) {
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
    <div
      className={clsx(
        'flex gap-3 px-3 pt-1 pb-3 sm:px-5',
        grid ? 'max-h-[44dvh] flex-wrap overflow-y-auto' : 'overflow-x-auto',
      )}
    >
      <div
        ref={list}
        role="radiogroup"
        tabIndex={-1}
        aria-label={`Takes of ${isStory ? 'the story' : itemName(item)}`}
        onKeyDown={onKeyDown}
        className={clsx('flex gap-3 outline-none', grid && 'flex-wrap gap-y-4')}
      >
        {item.takes.map((take) => {
          const inUse = take.number === item.selected;
          return (
            <div key={take.id} className="relative shrink-0">
              <button
                type="button"
                role="radio"
                aria-checked={inUse}
                aria-label={takeName(take)}
                tabIndex={take.number === focusable ? 0 : -1}
                title={take.note || undefined}
                onClick={() => {
                  onPick(take.number);
                }}
                className="rounded-card text-left"
              >
                {isStory ? (
                  <StoryTake take={take} selected={inUse} change={changeOf?.(take) ?? ''} />
                ) : (
                  <PictureTake
                    take={take}
                    selected={inUse}
                    ratio={ratio}
                    grid={grid}
                    poster={posterOf ? posterOf(take) : take.media?.sha256}
                  />
                )}
              </button>
              {takeActions && (
                <TakeMenu
                  take={take}
                  inUse={inUse}
                  reachable={take.number === focusable}
                  actions={takeActions}
                  onPick={() => {
                    onPick(take.number);
                  }}
                />
              )}
            </div>
          );
        })}
        {item.takes.length === 0 && <p className="py-2 text-small text-tx-3">No take yet.</p>}
      </div>
      {children}
    </div>
  );
}

function takeName(take: Take): string {
  return [
    `Take ${String(take.number)}`,
    originWords(take),
    fromWords(take),
    makerWords(take),
    scoreWords(take),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Takes a file that is dropped on the element. */
function dropHandlers(onFile: (file: File) => void, onDropping: (dropping: boolean) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      onDropping(true);
    },
    onDragLeave: () => {
      onDropping(false);
    },
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      onDropping(false);
      if (!file) return;
      event.preventDefault();
      onFile(file);
    },
  };
}
