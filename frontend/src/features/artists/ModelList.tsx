import clsx from 'clsx';
import { ArrowRight, Check, TriangleAlert } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Model } from '@/api/types';
import { REHEARSAL } from '@/shared/lib/artists';
import { countOf, sentence } from '@/shared/lib/words';

/** What a model would cost and take here: `$0.35 to $0.53`, `30 to 90 s`. */
export interface Quote {
  price: string;
  wait: string;
}

interface ModelListProps {
  /** Name of the list: "Who makes the storyboard". */
  label: string;
  /** Models of the right kind, in order; rehearsal is added in front. */
  models: readonly Model[];
  value: string;
  onChange: (id: string) => void;
  /** Undefined while prices are on their way. Without it, each model's price rule stands in its line. */
  quote?: ((id: string) => Quote | undefined) | undefined;
  /** What the prices are for: "whole stage", "each frame". */
  unit?: string | undefined;
}

interface Row {
  id: string;
  title: string;
  detail: string;
  notice: string;
  warns: boolean;
  problem: string;
}

const REHEARSAL_ROW: Row = {
  id: REHEARSAL,
  title: 'Rehearsal',
  detail: 'Built-in artists, on this machine',
  notice: '',
  warns: false,
  problem: '',
};

/** Models side by side with price and time: rehearsal first, then drafts, finals, and what can't be used. */
export function ModelList({ label, models, value, onChange, quote, unit }: ModelListProps) {
  const list = useRef<HTMLDivElement>(null);
  const groups = groupsOf(models, quote === undefined);
  const rows = groups.flatMap((group) => group.rows);
  const inTabOrder = rows.some(({ id }) => id === value) ? value : REHEARSAL;
  const onKeyDown = (event: KeyboardEvent) => {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const at = options.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    options[Math.min(options.length - 1, Math.max(0, next))]?.focus();
  };
  return (
    <div className="w-[30rem] max-w-full">
      <div aria-hidden className="flex gap-3 px-2 pb-1 text-meta text-tx-3">
        <span className="flex-1 pl-[22px]">Model</span>
        {quote && (
          <>
            <span>Price, {unit}</span>
            <span className="w-[5.25rem] text-right max-sm:hidden">Time</span>
          </>
        )}
      </div>
      <div ref={list} role="listbox" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name} className="[&+&]:mt-1.5">
            {group.shown && (
              <p
                aria-hidden
                className={clsx(
                  'flex gap-1.5 border-t border-line px-2 pt-2 pb-1 text-meta',
                  group.blocked ? 'text-stale' : 'text-tx-3',
                )}
              >
                {group.blocked && (
                  <TriangleAlert size={13} strokeWidth={1.75} className="mt-[1.5px] shrink-0" />
                )}
                {group.name}
              </p>
            )}
            {group.rows.map((row) => (
              <Option
                key={row.id}
                row={row}
                priced={quote !== undefined}
                quote={quote?.(row.id)}
                chosen={row.id === value}
                focusable={row.id === inTabOrder}
                onChoose={() => onChange(row.id)}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="mt-2 flex items-center justify-between gap-3 border-t border-line px-2 pt-2 text-meta text-tx-3">
        <span>
          {models.length === 0 ? 'No model of this kind is in the registry.' : 'Prices are estimates.'}
        </span>
        <Link
          to="/providers"
          className="touch inline-flex shrink-0 items-center gap-1 rounded-xs text-small font-medium text-ac-hi hover:underline"
        >
          Keys and limits <ArrowRight aria-hidden size={13} strokeWidth={1.75} />
        </Link>
      </p>
    </div>
  );
}

interface OptionProps {
  row: Row;
  /** Has the list a column of prices. */
  priced: boolean;
  quote: Quote | undefined;
  chosen: boolean;
  focusable: boolean;
  onChoose: () => void;
}

function Option({ row, priced, quote, chosen, focusable, onChoose }: OptionProps) {
  const blocked = row.problem !== '';
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen}
      aria-disabled={blocked}
      tabIndex={focusable ? 0 : -1}
      onClick={() => {
        if (!blocked) onChoose();
      }}
      className={clsx(
        'flex w-full items-baseline gap-x-3 rounded-btn px-2 py-[5px] text-left text-small -outline-offset-2 pointer-coarse:min-h-11',
        blocked ? 'text-tx-3' : 'text-tx hover:bg-hover',
        chosen && '!bg-press',
      )}
    >
      <span className="w-2.5 shrink-0 self-center">
        {chosen && <Check aria-hidden size={14} strokeWidth={2} />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{row.title}</span>
        <span className="sr-only">, </span>
        <span className={clsx('block text-meta/[15px]', chosen ? 'text-tx-2' : 'text-tx-3')}>
          {row.detail}
          {row.notice && <span className={row.warns ? 'text-stale' : undefined}>. {row.notice}</span>}
        </span>
      </span>
      {quote && <span className="sr-only">, </span>}
      {priced && (
        <span className="num flex shrink-0 gap-x-3 text-right max-sm:flex-col">
          <span className={clsx(!blocked && quote?.price.startsWith('free') && 'text-ok')}>
            {quote?.price ?? ''}
            {quote && <span className="sr-only">, </span>}
          </span>
          <span className={clsx('w-[5.25rem] max-sm:w-auto', chosen ? 'text-tx-2' : 'text-tx-3')}>
            {quote?.wait ?? ''}
          </span>
        </span>
      )}
      {blocked && <span className="sr-only">, {row.problem}</span>}
    </button>
  );
}

interface Group {
  name: string;
  /** Has a heading of its own. */
  shown: boolean;
  blocked: boolean;
  rows: Row[];
}

function groupsOf(models: readonly Model[], priced: boolean): Group[] {
  const rowOf = (model: Model) => modelRow(model, priced);
  const usable = models.filter((model) => model.usable);
  const tier = (name: string, wanted: Model['tier']): Group => ({
    name,
    shown: true,
    blocked: false,
    rows: usable.filter((model) => model.tier === wanted).map(rowOf),
  });
  const problems = [...new Set(models.filter((model) => !model.usable).map((model) => model.problem))];
  const blocked = problems.map((problem) => ({
    name: problem,
    shown: true,
    blocked: true,
    rows: models.filter((model) => !model.usable && model.problem === problem).map(rowOf),
  }));
  const first: Group = { name: 'Rehearsal', shown: false, blocked: false, rows: [REHEARSAL_ROW] };
  const tiers = [tier('Draft, quick and cheap', 'draft'), tier('Final, for the cut', 'final')];
  return [first, ...tiers.filter(({ rows }) => rows.length > 0), ...blocked];
}

/** `priced`: with the price rule in its line. */
function modelRow(model: Model, priced: boolean): Row {
  const references =
    model.max_references > 0 ? `, up to ${countOf(model.max_references, 'reference picture')}` : '';
  return {
    id: model.id,
    title: model.title,
    detail: `${model.vendor_title}${references}${priced ? `. ${sentence(model.price)}` : ''}`,
    notice: model.notice.replace(/\.$/u, ''),
    warns: model.ends_on !== null && model.notice !== '',
    problem: model.usable ? '' : model.problem,
  };
}
