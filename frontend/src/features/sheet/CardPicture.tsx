import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Item } from '@/api/types';
import { lineWords, turnWords } from '@/shared/lib/failures';
import { nextTake, shownTake } from '@/shared/lib/items';
import { Picture, ProgressBar } from '@/shared/ui';
import { isBusy, type CardState } from './cardState';
import { CancelLink } from './CardButtons';
import { leftWords, queueWords, runningWords } from './cardWords';
import type { CardActions, ItemCardProps } from './ItemCard';
import { NotMade } from './NotMade';
import { useElapsed } from './useElapsed';

/** In the middle of a card: the take on show, or why there is none. */
export function CardPicture({
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
