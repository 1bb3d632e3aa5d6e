import clsx from 'clsx';
import { ArrowLeftRight, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment } from '@/shared/lib/time';
import { Button, IconButton, Kbd, Picture } from '@/shared/ui';
import type { Compared } from './comparePair';
import { titleOf } from './compareWords';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

interface CompareFooterProps {
  pair: readonly [Compared, Compared];
  /** Which of the two are on show. */
  shows: { a: boolean; b: boolean };
  /** How the keys work in this mode. */
  hint: ReactNode;
  onSwap: () => void;
  /** The films and whether they play; undefined where there are none. */
  films?: { playing: boolean; toggle: () => void } | undefined;
  /** The take that Enter puts into use; undefined where both are. */
  use?: { take: number; run: () => void } | undefined;
}

/** Under a comparison: which is which, and the take to go on with. */
export function CompareFooter({ pair: [a, b], shows, hint, onSwap, films, use }: CompareFooterProps) {
  const sameItem = a.item.id === b.item.id;
  return (
    <footer className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-panel px-4 py-2 sm:px-8">
      <Label sameItem={sameItem} letter="A" compared={a} active={shows.a} />
      <IconButton label="Swap A and B" keys="x" side="top" onClick={onSwap}>
        <ArrowLeftRight {...ICON} />
      </IconButton>
      <Label sameItem={sameItem} letter="B" compared={b} active={shows.b} />
      <span className="ml-auto flex items-center gap-1.5 text-small text-tx-3 max-lg:hidden">
        {hint} swap <Kbd keys="x" /> hold A <Kbd keys="o" />
      </span>
      {films && (
        <Button
          icon={films.playing ? <Pause {...ICON} /> : <Play {...ICON} />}
          keys="space"
          onClick={films.toggle}
        >
          {films.playing ? 'Pause both' : 'Play both'}
        </Button>
      )}
      {use && (
        <Button variant="filled" keys="enter" onClick={use.run}>
          Use take {use.take}, free
        </Button>
      )}
    </footer>
  );
}

interface LabelProps {
  letter: string;
  compared: Compared;
  sameItem: boolean;
  active: boolean;
}

function Letter({ letter, active }: { letter: string; active: boolean }) {
  return (
    <span
      className={clsx(
        'code grid size-[18px] shrink-0 place-items-center rounded-tag text-meta font-semibold',
        active ? 'bg-tx text-bg' : 'bg-press text-tx-2',
      )}
    >
      {letter}
    </span>
  );
}

function Label({ letter, compared, sameItem, active }: LabelProps) {
  const { take } = compared;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Letter letter={letter} active={active} />
      <b className="font-semibold whitespace-nowrap">{titleOf(compared, sameItem)}</b>
      <span className="num max-w-56 truncate text-small text-tx-3">
        {[take.note && `“${take.note}”`, formatMoment(take.created_at), formatUsd(take.cost_usd)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </span>
  );
}

interface TakeRowProps {
  item: Item;
  a: Take;
  b: Take;
  posterOf: (take: Take) => string | null | undefined;
  onSet: (side: 'A' | 'B', take: Take) => void;
}

/** All takes of the compared item: a press puts one in B's place, with Shift in A's. */
export function TakeRow({ item, a, b, posterOf, onSet }: TakeRowProps) {
  return (
    <div className="shrink-0 border-t border-line bg-panel px-4 pt-2 pb-2.5 sm:px-8">
      <p className="flex gap-2 pb-1.5 text-small text-tx-3">
        <b className="font-semibold text-tx">Takes</b>
        <span className="num">{item.takes.length}</span>
        <span className="ml-auto inline-flex items-center gap-1 max-sm:hidden">
          Press sets B, with <Kbd keys="shift" /> A
        </span>
      </p>
      <ul aria-label="Takes to compare" className="flex gap-2.5 overflow-x-auto p-1">
        {item.takes.map((take) => {
          const letter = take.number === a.number ? 'A' : take.number === b.number ? 'B' : '';
          return (
            <li key={take.id} className="shrink-0">
              <button
                type="button"
                onClick={(event) => {
                  onSet(event.shiftKey ? 'A' : 'B', take);
                }}
                className="block rounded-card text-left"
              >
                <Picture
                  sha256={posterOf(take)}
                  alt=""
                  className={clsx('h-14 w-24', take.number === item.selected && 'shadow-take')}
                  sizes="96px"
                />
                <span className="mt-1.5 flex h-[18px] items-center gap-1.5 text-meta text-tx-2">
                  {letter && <Letter letter={letter} active />}
                  Take {take.number}
                  {take.number === item.selected && <span className="sr-only">, in use</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
