import clsx from 'clsx';
import { Check, CircleAlert, CircleHelp, History, Layers, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item, LiveProgress, LiveWaiting } from '@/api/types';
import { useNow } from '@/shared/hooks/useNow';
import { lineWords, turnWords, unknownWords } from '@/shared/lib/failures';
import { nextTake, shownTake } from '@/shared/lib/items';
import { countOf } from '@/shared/lib/words';
import { Badge, Picture, ProgressBar } from '@/shared/ui';
import { cardName } from './cardName';
import { cardState, type CardState } from './cardState';
import { CancelLink, CardButton } from './CardButtons';
import { isUnknown, keptWords, leftWords, pricedVerb, queueWords, runningWords } from './cardWords';
import { Again, NotMade } from './NotMade';

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

function CardPicture({
  item,
  state,
  ratio,
  poster,
  fit = 'cover',
  reachable,
  vendor,
  onRetry,
  onCheck,
  onBudget,
  onCancel,
}: ItemCardProps & { state: CardState }) {
  const take = shownTake(item);
  const aspect = String(ratio);
  if (take) {
    const busy = isBusy(state) || state.kind === 'cancelling';
    return (
      <div>
        <Picture
          sha256={poster === undefined ? take.media?.sha256 : poster}
          alt=""
          aspect={aspect}
          fit={fit}
          sizes="(min-width: 1360px) 250px, 33vw"
        />
        {busy && (
          <ProgressBar
            label={`Take ${String(nextTake(item))} of ${item.code || item.label}`}
            value={state.kind === 'running' && state.percent !== null ? state.percent / 100 : null}
            className="mt-[3px] -mb-1.5 !h-[3px]"
          />
        )}
      </div>
    );
  }
  const tab = reachable ? 0 : -1;
  return (
    <div
      style={{ aspectRatio: aspect }}
      className={clsx(
        'flex flex-col items-center justify-center gap-1.5 rounded-pic p-2 text-center',
        // A reason is never clipped: its card grows.
        state.kind !== 'failed' && 'overflow-hidden',
        isBusy(state) ? 'skeleton' : 'bg-panel',
      )}
    >
      {state.kind === 'failed' && (
        <NotMade failure={state.failure} {...{ item, vendor, tab, onRetry, onCheck, onBudget }} />
      )}
      {state.kind === 'running' && <Running item={item} state={state} tab={tab} onCancel={onCancel} />}
      {state.kind === 'queued' && (
        <Lines title={queueWords(state.position)}>
          <CancelLink item={item} tab={tab} onCancel={onCancel} />
        </Lines>
      )}
      {state.kind === 'waiting' && (
        <Lines title={lineWords(state.place, vendor)}>
          {turnWords(state.secondsLeft)} <CancelLink item={item} tab={tab} onCancel={onCancel} />
        </Lines>
      )}
      {state.kind === 'cancelling' && <Lines title="Cancelling">A take that is made is kept</Lines>}
      {state.kind === 'empty' && <span className="text-meta text-tx-3">No take yet</span>}
    </div>
  );
}

function Running({
  item,
  state,
  tab,
  onCancel,
}: {
  item: Item;
  state: Extract<CardState, { kind: 'running' }>;
  tab: number;
  onCancel: CardActions['onCancel'];
}) {
  const elapsed = useElapsed(item, state.percent === null);
  return (
    <Lines
      title={runningWords(item, state.percent, elapsed)}
      bar={
        <ProgressBar
          label={`Making ${item.code || item.label}`}
          value={state.percent === null ? null : state.percent / 100}
          className="w-[62%]"
        />
      }
    >
      {leftWords(state.secondsLeft)} <CancelLink item={item} tab={tab} onCancel={onCancel} />
    </Lines>
  );
}

function Lines({ title, bar, children }: { title: string; bar?: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="num text-small font-medium">{title}</span>
      {bar}
      <span className="num flex items-center gap-2 text-meta text-tx-2">{children}</span>
    </>
  );
}

function CardLine({ item, state, vendor }: { item: Item; state: CardState; vendor: string }) {
  const elapsed = useElapsed(item, state.kind === 'running' && state.percent === null);
  if (state.kind === 'stale') {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 text-stale">
        <History aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
        <span className="truncate" title={item.stale?.causes.join('\n')}>
          Stale: {withoutStop(state.cause)}
        </span>
      </span>
    );
  }
  if (state.kind === 'failed' && state.older && isUnknown(state)) {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 text-stale" title={unknownWords(vendor)}>
        <CircleHelp aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
        <span className="truncate">Take {nextTake(item)}: not known whether charged</span>
      </span>
    );
  }
  if (state.kind === 'failed' && state.older) {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 text-fail" title={state.failure.message}>
        <CircleAlert aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
        <span className="truncate">{keptWords(item)}</span>
      </span>
    );
  }
  if (state.kind === 'waiting' && state.older) {
    return (
      <span className="num">
        Take {nextTake(item)}: {lineWords(state.place, vendor)}, {turnWords(state.secondsLeft)}
      </span>
    );
  }
  if (state.kind === 'running' && state.older) {
    return (
      <span className="num">
        Take {nextTake(item)}: {runningWords(item, state.percent, elapsed).toLowerCase()}
      </span>
    );
  }
  if (state.kind === 'queued' && state.older)
    return (
      <>
        Take {nextTake(item)}: {queueWords(state.position).toLowerCase()}
      </>
    );
  if (state.kind === 'cancelling' && state.older) return <>Cancelling take {nextTake(item)}</>;
  return <span title={item.summary}>{item.summary}</span>;
}

function CardMeta({
  item,
  state,
  reachable,
  onRetry,
  onCheck,
  onBudget,
  onRenew,
  onCancel,
  onEnlarge,
}: ItemCardProps & { state: CardState }) {
  const take = shownTake(item);
  const tab = reachable ? 0 : -1;
  if (!take) return <span className="num">{isBusy(state) ? 'Take 1' : '0 takes'}</span>;
  const score = take.scores[0];
  return (
    <>
      {score && <Badge score={score} />}
      <span className="num inline-flex items-center gap-1" title={countOf(item.takes.length, 'take')}>
        <Layers aria-hidden size={12} strokeWidth={1.75} />
        <span className="sr-only">Takes: </span>
        {item.takes.length}
      </span>
      <span className="ml-auto flex items-center">
        {state.kind === 'stale' && (
          <CardButton
            tab={tab}
            onPress={() => {
              onRenew(item);
            }}
          >
            {pricedVerb('Renew', item.stale?.renew_usd ?? item.price_usd)}
          </CardButton>
        )}
        {state.kind === 'failed' && (
          <Again failure={state.failure} {...{ item, tab, onRetry, onCheck, onBudget }} />
        )}
        {isBusy(state) && <CancelLink item={item} tab={tab} onCancel={onCancel} />}
        {state.kind === 'made' && (
          <span className="opacity-0 transition-opacity duration-[80ms] group-focus-within:opacity-100 group-hover:opacity-100">
            <CardButton
              tab={tab}
              onPress={() => {
                onEnlarge(item);
              }}
            >
              Enlarge
            </CardButton>
          </span>
        )}
      </span>
    </>
  );
}

/** Seconds the work has run, counted on while `active`. */
function useElapsed(item: Item, active: boolean): number {
  const now = useNow(1000, active);
  const started = item.work?.started_at;
  return started ? Math.max(0, (now - Date.parse(started)) / 1000) : 0;
}

const isBusy = ({ kind }: CardState) => kind === 'running' || kind === 'queued' || kind === 'waiting';

const withoutStop = (text: string) => text.replace(/\.$/u, '');
