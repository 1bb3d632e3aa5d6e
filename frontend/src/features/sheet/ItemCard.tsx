import clsx from 'clsx';
import { Check, Lock } from 'lucide-react';
import type { Item, LiveProgress, LiveWaiting } from '@/api/types';
import { cardName } from './cardName';
import { CardLine, CardMeta } from './CardLines';
import { CardPicture } from './CardPicture';
import { cardState } from './cardState';

/** What can be done on a card. */
export interface CardActions {
  onRetry: (item: Item) => void;
  /** Looks up at the vendor what became of a job whose outcome is not known. */
  onCheck: (item: Item) => void;
  /** Opens the question for a higher budget. */
  onBudget: (item: Item) => void;
  onRenew: (item: Item) => void;
  onCancel: (item: Item) => void;
  onEnlarge: (item: Item) => void;
}

export interface ItemCardProps extends CardActions {
  item: Item;
  live: LiveProgress | undefined;
  waiting: LiveWaiting | undefined;
  /** Who serves the stage's model; "" where it is rehearsed. */
  vendor: string;
  /** Width over height of the picture. */
  ratio: number;
  /** The print on the film's edge: bold name, what comes after it, what stands at the right. */
  edge: { name: string; after?: string; right?: string; isCode: boolean };
  selected: boolean;
  /** Its buttons can be reached with Tab. */
  reachable: boolean;
  /** Why nothing can be done with it now; "" where something can. */
  lockedBecause: string;
  /** Picture where the takes themselves are films. */
  poster: string | null | undefined;
  fit?: 'cover' | 'contain';
  /** Shown over the lines while a file is held above the card. */
  dropWords: string;
  /** Ticks the card off or on, without losing the others. */
  onTick: (item: Item) => void;
}

/** A frame, clip or reference on the contact sheet: edge print, picture, one line, meta. */
export function ItemCard(props: ItemCardProps) {
  const { item, live, waiting, vendor, selected, edge, lockedBecause, reachable, dropWords } = props;
  const state = cardState(item, live, waiting);
  return (
    <>
      <span className="sr-only">{cardName(item, live, waiting, vendor)}</span>
      <div
        aria-hidden="true"
        className="code flex min-h-[22px] items-center gap-2 px-0.5 text-meta text-tx-3"
      >
        <b className={clsx('truncate text-small font-semibold text-tx', !edge.isCode && 'font-sans')}>
          {edge.name}
        </b>
        <span className="shrink-0">{edge.after}</span>
        <span className="ml-auto flex shrink-0 items-center gap-2">
          {!selected && !lockedBecause && <Tick {...props} />}
          {item.locks.length > 0 && (
            <span className="flex items-center gap-1" title={`Kept: ${item.locks.join(', ')}`}>
              <Lock aria-hidden size={11} strokeWidth={1.75} />
              {item.locks.length}
            </span>
          )}
          <span className={clsx(selected && 'text-tx-2')}>{edge.right}</span>
          {selected && <Tick {...props} />}
          {lockedBecause && <Lock aria-hidden size={13} strokeWidth={1.75} />}
        </span>
      </div>
      <CardPicture {...props} state={state} />
      <p
        aria-hidden="true"
        className={clsx(
          'min-h-[22px] truncate px-0.5 pt-1.5 text-small/4',
          selected ? 'text-tx' : 'text-tx-2',
        )}
      >
        {dropWords ? (
          <span className="text-ac-hi">{dropWords}</span>
        ) : (
          <CardLine item={item} state={state} vendor={vendor} />
        )}
      </p>
      <div className="flex min-h-7 items-center gap-1.5 px-0.5 pt-1 text-meta text-tx-3">
        {lockedBecause ? (
          <span className="truncate">{lockedBecause}</span>
        ) : (
          <CardMeta {...props} state={state} reachable={reachable} />
        )}
      </div>
    </>
  );
}

/** Ticks the card off for those who point; Space does it for those who type. */
function Tick({ item, selected, onTick }: Pick<ItemCardProps, 'item' | 'selected' | 'onTick'>) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onTick(item);
      }}
      className={clsx(
        'touch grid size-4 place-items-center rounded-tag transition-opacity duration-[80ms]',
        selected
          ? 'bg-ac text-on-ac'
          : 'opacity-0 edge-ctl group-hover:opacity-100 group-focus-visible:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      {selected && <Check size={12} strokeWidth={2.5} />}
    </button>
  );
}
