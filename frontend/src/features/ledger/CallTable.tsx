import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Call, Model } from '@/api/types';
import { modelTitle } from '@/shared/lib/artists';
import { formatAmount } from '@/shared/lib/money';
import { formatStamp } from '@/shared/lib/time';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Button, Tag } from '@/shared/ui';
import { itemWords, STATE_WORDS, usageWords } from './callWords';

interface CallTableProps {
  calls: readonly Call[];
  titles: ReadonlyMap<string, string>;
  models: readonly Model[];
  /** The next page; undefined on the last. */
  more: { loading: boolean; load: () => void } | undefined;
}

/** Paid calls, newest first; more come as the end is reached. */
export function CallTable({ calls, titles, models, more }: CallTableProps) {
  return (
    <>
      <div className="rounded-plan bg-panel px-4 py-1.5">
        <table aria-label="Paid calls" className="num w-full text-small max-md:block">
          <thead className="max-md:sr-only">
            <tr className="text-left text-tx-3 [&>th]:h-9 [&>th]:pr-5 [&>th]:font-normal">
              <th scope="col">When</th>
              <th scope="col">Project</th>
              <th scope="col">For</th>
              <th scope="col">Model</th>
              <th scope="col">State</th>
              <th scope="col" className="text-right">
                Estimate
              </th>
              <th scope="col" className="!pr-0 text-right">
                Cost
              </th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {calls.map((call) => (
              <CallRow key={call.id} call={call} title={titles.get(call.project)} models={models} />
            ))}
          </tbody>
        </table>
      </div>
      {more && <More {...more} />}
    </>
  );
}

function CallRow({
  call,
  title,
  models,
}: {
  call: Call;
  title: string | undefined;
  models: readonly Model[];
}) {
  const state = STATE_WORDS[call.state];
  const usage = usageWords(call.charged_for);
  const model = models.find(({ id }) => id === call.model);
  return (
    <tr className="border-t border-line align-top max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:py-2 md:[&>td]:py-2 md:[&>td]:pr-5">
      <td className="whitespace-nowrap text-tx-3 max-md:order-3">
        <time dateTime={call.created_at}>{formatStamp(call.created_at)}</time>
      </td>
      <td className="max-w-44 max-md:order-1 max-md:max-w-none">
        <Link
          to={`/projects/${call.project}/${call.stage}`}
          className="block truncate rounded-xs font-medium hover:underline"
        >
          {title ?? `Project ${call.project.slice(0, 8)}`}
        </Link>
      </td>
      <td className="max-md:order-5 max-md:col-span-2">
        {STAGE_NAMES[call.stage]}
        <span className="text-meta text-tx-3 max-md:ml-1.5 md:block">
          {[itemWords(call), call.purpose].filter(Boolean).join(', ')}
        </span>
      </td>
      <td className="max-md:order-6 max-md:col-span-2">
        {modelTitle(models, call.model)}
        <span
          className="text-meta text-tx-3 max-md:ml-1.5 md:block md:max-w-80 md:truncate"
          title={usage || undefined}
        >
          {[model?.vendor_title ?? call.vendor, usage].filter(Boolean).join(', ')}
        </span>
      </td>
      <td className="max-w-80 max-md:order-4 max-md:max-w-none max-md:text-right">
        <span title={state.meaning}>
          <Tag tone={state.tone}>{state.label}</Tag>
        </span>
        {call.reason && (
          <span className="mt-0.5 block text-meta text-tx-3 max-md:max-w-56">{call.reason}</span>
        )}
      </td>
      <td className="text-right whitespace-nowrap text-tx-3 max-md:hidden">
        {formatAmount(call.estimate_usd)}
      </td>
      <td className={clsx('text-right whitespace-nowrap max-md:order-2 md:!pr-0')}>
        <Cost call={call} />
      </td>
    </tr>
  );
}

/** What it cost; what is held while that is open. */
function Cost({ call }: { call: Call }) {
  if (call.state === 'settled') return <b className="font-semibold">{formatAmount(call.cost_usd)}</b>;
  if (call.state === 'released') return <span className="text-tx-3">{formatAmount(0)}</span>;
  const tone = call.state === 'unknown' ? 'text-stale' : 'text-tx-2';
  return <span className={tone}>{formatAmount(call.estimate_usd)} held</span>;
}

function More({ loading, load }: { loading: boolean; load: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const newest = useRef(load);
  useEffect(() => {
    newest.current = load;
  });
  useEffect(() => {
    if (!end.current || loading || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) newest.current();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [loading]);
  return (
    <div ref={end} className="mt-5 flex justify-center">
      <Button aria-disabled={loading} onClick={load}>
        {loading ? 'Loading' : 'Show more'}
      </Button>
    </div>
  );
}
