import { CircleAlert, CircleHelp, History, Layers } from 'lucide-react';
import type { Item } from '@/api/types';
import { lineWords, turnWords, unknownWords } from '@/shared/lib/failures';
import { nextTake, shownTake } from '@/shared/lib/items';
import { mainScore } from '@/shared/lib/scores';
import { countOf } from '@/shared/lib/words';
import { Badge } from '@/shared/ui';
import { isBusy, type CardState } from './cardState';
import { CancelLink, CardButton } from './CardButtons';
import { isUnknown, keptWords, pricedVerb, queueWords, runningWords } from './cardWords';
import type { ItemCardProps } from './ItemCard';
import { Again } from './NotMade';
import { useElapsed } from './useElapsed';

/** The line under a card's picture: what it shows, or what is wrong with it. */
export function CardLine({ item, state, vendor }: { item: Item; state: CardState; vendor: string }) {
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
  if (state.kind === 'made' && item.candidates.length > 0) {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 text-ac-hi">
        <Layers aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
        <span className="truncate">{countOf(item.candidates.length, 'new take')}, pick one</span>
      </span>
    );
  }
  if (state.kind === 'cancelling' && state.older) return <>Cancelling take {nextTake(item)}</>;
  return <span title={item.summary}>{item.summary}</span>;
}

/** Under the line: score, takes, and what can be done at once. */
export function CardMeta({
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
  const score = mainScore(take);
  return (
    <>
      {take.scoring === 'waiting' ? <span>Score, measuring</span> : score && <Badge score={score} />}
      <span className="num inline-flex items-center gap-1" title={countOf(item.takes.length, 'take')}>
        <Layers aria-hidden size={12} strokeWidth={1.75} />
        <span className="sr-only">Takes: </span>
        {item.takes.length}
      </span>
      {item.kept.length > 0 && (
        <span title={`Kept in spite of: ${item.kept.join(' ')}`} className="truncate">
          Kept as it is
        </span>
      )}
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

const withoutStop = (text: string) => text.replace(/\.$/u, '');
