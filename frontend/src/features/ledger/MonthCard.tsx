import { useQuery, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { getMonth, LEDGER_KEY, setMonth } from '@/api/money';
import type { Month } from '@/api/types';
import { BudgetBar } from '@/features/money/BudgetBar';
import { BudgetForm } from '@/features/money/BudgetForm';
import { formatAmount, formatBudget } from '@/shared/lib/money';
import { Button, Skeleton, useToast } from '@/shared/ui';

const MONTH_KEY = [...LEDGER_KEY, 'month'] as const;

/** This month's money of all projects, and the budget that stops it. */
export function MonthCard() {
  const month = useQuery({ queryKey: MONTH_KEY, queryFn: ({ signal }) => getMonth(signal) });
  if (month.isPending) return <Skeleton className="h-[196px] !rounded-plan" />;
  return (
    <section aria-label="This month" className="rounded-plan bg-panel px-4 py-3.5">
      {month.data ? (
        <Figures month={month.data} />
      ) : (
        <p role="alert" className="flex items-center gap-2 text-small text-fail">
          <span className="flex-1">{sayProblem(month.error)}</span>
          <Button size="compact" onClick={() => void month.refetch()}>
            Try again
          </Button>
        </p>
      )}
    </section>
  );
}

function Figures({ month }: { month: Month }) {
  const client = useQueryClient();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const { budget_usd: budget, used_usd: used } = month;
  const over = budget !== null && used >= budget;
  const name = new Date(month.since).toLocaleDateString('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <>
      <div className="flex min-h-7 items-center gap-2">
        <h2 className="font-semibold">{name}</h2>
        {!editing && (
          <Button size="compact" variant="ghost" className="-mr-2 ml-auto" onClick={() => setEditing(true)}>
            {budget === null ? 'Set a budget' : 'Edit budget'}
          </Button>
        )}
      </div>
      <p className="num mt-1 flex items-baseline gap-2">
        <b className="text-display font-semibold tracking-[-.02em]">{formatAmount(used)}</b>
        <span className="text-small text-tx-3">
          {budget === null ? 'used, no budget set' : `used of ${formatBudget(budget)}`}
        </span>
        {budget !== null && (
          <span className={clsx('ml-auto text-small', month.near ? 'text-stale' : 'text-tx-3')}>
            {budget > 0 ? `${String(Math.round((used / budget) * 100))} %` : ''}
          </span>
        )}
      </p>
      {budget !== null && (
        <BudgetBar
          label="Used of the month's budget"
          words={`${formatAmount(used)} of ${formatBudget(budget)}`}
          spent={used}
          budget={budget}
          near={month.near}
          className="mt-2"
        />
      )}
      <p className={clsx('mt-2 text-small', over ? 'text-fail' : month.near ? 'text-stale' : 'text-tx-3')}>
        {over
          ? 'Budget reached. Paid work stops here; rehearsal goes on.'
          : month.near
            ? 'Near the budget. Paid work stops when it is reached.'
            : 'Paid and held for all projects since the first of the month.'}
      </p>
      {editing && (
        <div className="mt-3 border-t border-line pt-3">
          <BudgetForm
            label="Budget for a month, US dollars"
            hint="For all projects together. Empty is no limit."
            budget={budget}
            save={async (next) => {
              client.setQueryData(MONTH_KEY, await setMonth(next));
              toast(next === null ? "The month's budget was removed." : "The month's budget is set.");
            }}
            onDone={() => setEditing(false)}
          />
        </div>
      )}
    </>
  );
}
