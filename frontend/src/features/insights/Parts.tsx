import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { STAGES, type Insights, type Model, type Sampled } from '@/api/types';
import { BudgetBar } from '@/features/money/BudgetBar';
import { modelTitle } from '@/shared/lib/artists';
import { formatAmount, formatBudget } from '@/shared/lib/money';
import { formatDay } from '@/shared/lib/time';
import { countOf, STAGE_NAMES } from '@/shared/lib/words';
import { Card, Lines } from './Card';
import { codeWords, formatShare, formatSigned, formatSpan, shareOf, tooFew } from './insightWords';

interface PartProps {
  insights: Insights;
}

const MODES = ['interactive', 'automatic'] as const;

/** Stopping after each stage against going straight through. */
export function ModesCard({ insights }: PartProps) {
  const { modes, people, fewest } = insights;
  const both = (value: (mode: (typeof MODES)[number]) => ReactNode) => MODES.map(value);
  const sampled = (found: Sampled | undefined, say: (value: number) => string) => {
    if (!found) return '–';
    if (found.value === null) return <span className="text-tx-3">{tooFew(found, fewest)}</span>;
    const half = found.high === null ? 0 : found.high - found.value;
    return `${say(found.value)} ± ${say(half).replace(/^\+/u, '')}`;
  };
  return (
    <Card title="Interactive against automatic" remark="± at 95 %">
      <Lines
        label="Interactive against automatic"
        heads={['Interactive', 'Automatic']}
        lines={[
          { name: 'Projects', values: both((mode) => String(modes[mode]?.started ?? 0)) },
          { name: 'Film approved', values: both((mode) => sampled(modes[mode]?.finished, formatShare)) },
          {
            name: 'Time to cut, median',
            values: both((mode) => {
              const median = modes[mode]?.to_cut.median;
              return median == null ? '–' : formatSpan(median);
            }),
          },
          {
            name: 'Rating, of 5',
            values: both((mode) => sampled(modes[mode]?.stars, (value) => value.toFixed(1))),
          },
          { name: 'Would recommend', values: both((mode) => sampled(modes[mode]?.recommend, formatSigned)) },
          { name: 'Taken over by hand', values: ['–', String(modes.automatic?.taken_over ?? 0)] },
          { name: 'People', values: both((mode) => String(people[mode]?.count ?? 0)) },
          {
            name: 'Came back after a week',
            values: both((mode) => sampled(people[mode]?.came_back, formatShare)),
          },
          { name: 'On a paid plan', values: both((mode) => sampled(people[mode]?.converted, formatShare)) },
        ]}
      />
      <p className="mt-2 text-small text-tx-3">People count as interactive when any of their projects was.</p>
    </Card>
  );
}

/** What was made, and what became of it. */
export function WorkCard({ insights }: PartProps) {
  const { work } = insights;
  const plans = Object.values(work.plans).reduce((sum, count) => sum + count, 0);
  const share = (count: number | undefined) => `${String(count ?? 0)}, ${shareOf(count ?? 0, plans)}`;
  return (
    <Card title="Plans and takes" remark={countOf(plans, 'plan')}>
      <Lines
        label="Plans and takes"
        lines={[
          { name: 'Applied', values: [share(work.plans.applied)] },
          { name: 'Applied, then undone', values: [share(work.plans.undone)] },
          { name: 'Discarded', values: [share(work.plans.discarded)] },
          { name: 'Left open', values: [share(work.plans.proposed)] },
          { name: 'Edited before', values: [share(work.plans_edited)] },
          {
            name: 'Takes for each selected one',
            values: [work.takes_per_selected === null ? 'not measured' : work.takes_per_selected.toFixed(2)],
          },
          {
            name: 'Frames edited by mask',
            values: [
              work.masked_frames === null
                ? 'not measured'
                : `${String(work.masked)}, ${formatShare(work.masked_frames)}`,
            ],
          },
        ]}
      />
    </Card>
  );
}

const WASTE_NAMES = {
  another_take: 'Another take was picked',
  failed: 'Failed, and was charged',
  unknown: 'Not known whether it was taken, held',
} as const;

/** Where the money went, and what of it is not in a film. */
export function MoneyCard({ insights, models }: PartProps & { models: readonly Model[] }) {
  const { money } = insights;
  const dear = Object.entries(money.by_model).slice(0, 4);
  const reasons = Object.keys(WASTE_NAMES) as (keyof typeof WASTE_NAMES)[];
  return (
    <Card title="Spend" remark={`${formatAmount(money.total_usd)} in all`}>
      {money.total_usd === 0 && !money.waste.unknown ? (
        <p className="border-t border-line py-2.5 text-small text-tx-3">
          Nothing was spent: rehearsing is free.
        </p>
      ) : (
        <Lines
          label="Spend by stage, model and waste"
          lines={[
            ...STAGES.map((stage) => ({
              name: STAGE_NAMES[stage],
              values: [formatAmount(money.by_stage[stage] ?? 0)],
            })),
            ...dear.map(([id, usd]) => ({
              name: <span className="text-tx-3">{modelTitle(models, id)}</span>,
              values: [formatAmount(usd)],
            })),
            ...reasons.map((reason) => ({
              name: WASTE_NAMES[reason],
              values: [<span className="text-stale">{formatAmount(money.waste[reason] ?? 0)}</span>],
            })),
          ]}
        />
      )}
    </Card>
  );
}

/** Vendors against what they may cost in the running month. */
export function VendorsCard({ insights }: PartProps) {
  const { vendors } = insights;
  return (
    <Card
      title="Vendors against their limits"
      remark={
        <Link to="/providers" className="font-medium text-ac-hi hover:underline">
          Limits
        </Link>
      }
    >
      {vendors.length === 0 && (
        <p className="border-t border-line py-2.5 text-small text-tx-3">No vendor was used this month.</p>
      )}
      <ul className="num flex flex-col gap-3 text-small">
        {vendors.map(({ vendor, title, month_usd: used, month_limit_usd: limit, near }) => (
          <li key={vendor}>
            <div className="mb-1 flex gap-2">
              <b className="font-medium">{title}</b>
              <span className="text-tx-3">
                {limit === null
                  ? `${formatAmount(used)} this month`
                  : `${formatAmount(used)} of ${formatBudget(limit)} a month`}
              </span>
              <span className={near ? 'ml-auto text-stale' : 'ml-auto text-tx-3'}>
                {limit === null ? 'no limit' : shareOf(used, limit)}
              </span>
            </div>
            {limit !== null && (
              <BudgetBar
                label={`${title}, used of the month's limit`}
                words={`${formatAmount(used)} of ${formatBudget(limit)}`}
                spent={used}
                budget={limit}
                near={near}
              />
            )}
          </li>
        ))}
      </ul>
      {vendors.some(({ month_limit_usd: limit }) => limit !== null) && (
        <p className="mt-2.5 text-small text-tx-3">The mark is the 80 % alert.</p>
      )}
    </Card>
  );
}

/** Failures by vendor and cause, the most frequent first. */
export function FailuresCard({ insights, models }: PartProps & { models: readonly Model[] }) {
  const { failures } = insights;
  return (
    <Card title="Failures">
      {failures.length === 0 ? (
        <p className="border-t border-line py-2.5 text-small text-tx-3">Nothing failed in this span.</p>
      ) : (
        <Lines
          label="Failures by model and cause"
          lines={failures.slice(0, 8).map(({ model, code, times }) => ({
            name: (
              <>
                {codeWords(code)}
                <span className="text-tx-3">, {modelTitle(models, model) || 'the studio'}</span>
              </>
            ),
            values: [times],
          }))}
        />
      )}
    </Card>
  );
}

/** What people wrote with their ratings, newest first. */
export function CommentsCard({ insights }: PartProps) {
  const { comments } = insights;
  if (comments.length === 0) return null;
  return (
    <Card title="In their words">
      <ul className="max-h-72 overflow-y-auto text-small">
        {comments.map(({ project, text, stars, recommend, at }) => (
          <li key={`${project}${at}`} className="border-t border-line py-2">
            <p className="text-tx">{text}</p>
            <p className="num mt-0.5 text-tx-3">
              {countOf(stars, 'star')}, {recommend} of 10, {formatDay(at.slice(0, 10))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
