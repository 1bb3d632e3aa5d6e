import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { sayProblem } from '@/api/client';
import { getLedger, LEDGER_KEY } from '@/api/money';
import { patchProject } from '@/api/projects';
import { STAGES, type Ledger, type Project } from '@/api/types';
import { keepProject } from '@/api/useProject';
import { BudgetForm } from '@/features/money/BudgetForm';
import { NO_FILTER } from '@/features/money/ledgerFilter';
import { budgetWarning, isOver } from '@/features/money/spendWords';
import { formatAmount } from '@/shared/lib/money';
import { countOf, STAGE_NAMES } from '@/shared/lib/words';
import { Button, useToast } from '@/shared/ui';

/** A project's money: by stage from the ledger, what is held or unknown, and its budget. */
export function MoneyPanel({ project, free }: { project: Project; free: boolean }) {
  const client = useQueryClient();
  const toast = useToast();
  const { spend } = project;
  const ledger = useQuery({
    queryKey: [...LEDGER_KEY, 'project', project.id],
    queryFn: ({ signal }) => getLedger({ ...NO_FILTER, project: project.id }, null, signal),
  });
  const warning = budgetWarning(spend);
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold">Spent by stage</h2>
        {ledger.isError ? (
          <p role="alert" className="mt-1.5 flex items-center gap-2 text-small text-fail">
            <span className="flex-1">{sayProblem(ledger.error)}</span>
            <Button size="compact" onClick={() => void ledger.refetch()}>
              Try again
            </Button>
          </p>
        ) : (
          <ByStage ledger={ledger.data} />
        )}
      </div>
      <Parts spend={spend} />
      {free && (
        <p className="text-small text-tx-3">Rehearsal artists run on this machine and cost nothing.</p>
      )}
      {warning && (
        <p className={isOver(spend) ? 'text-small text-fail' : 'text-small text-stale'}>
          {warning}. {isOver(spend) ? 'Paid work stops here; rehearsal goes on.' : ''}
        </p>
      )}
      <div className="border-t border-line-2 pt-3">
        <BudgetForm
          key={spend.budget_usd}
          label="Budget of this project, US dollars"
          hint="Nothing runs that would go over it."
          budget={spend.budget_usd}
          save={async (budget_usd) => {
            keepProject(client, await patchProject(project.id, { budget_usd }));
            toast(budget_usd === null ? 'The budget was removed.' : 'The budget is set.');
          }}
        />
      </div>
      <Link
        to={`/ledger?project=${encodeURIComponent(project.id)}`}
        className="touch inline-flex items-center gap-1 self-start rounded-xs text-small font-medium text-ac-hi hover:underline"
      >
        Every call in the ledger <ArrowRight aria-hidden size={13} strokeWidth={1.75} />
      </Link>
    </div>
  );
}

function ByStage({ ledger }: { ledger: Ledger | undefined }) {
  return (
    <table className="num mt-1.5 w-full text-small">
      <tbody>
        {STAGES.map((stage) => {
          const lines = ledger?.sums.filter((line) => line.stage === stage) ?? [];
          const calls = lines.reduce((sum, line) => sum + line.calls, 0);
          return (
            <tr key={stage} className="border-t border-line-2">
              <th scope="row" className="py-1.5 text-left font-normal text-tx-2">
                {STAGE_NAMES[stage]}
              </th>
              <td className="text-tx-3">
                {ledger ? (calls > 0 ? countOf(calls, 'call') : 'no paid call') : ''}
              </td>
              <td className="h-[29px] text-right">
                {ledger ? formatAmount(lines.reduce((sum, line) => sum + line.usd, 0)) : ''}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Parts({ spend }: { spend: Project['spend'] }) {
  if (spend.held_usd <= 0 && spend.unknown_usd <= 0) return null;
  return (
    <dl className="num flex flex-col gap-1 text-small">
      {spend.held_usd > 0 && (
        <div className="flex justify-between gap-3">
          <dt className="text-tx-2">Held for calls under way</dt>
          <dd>{formatAmount(spend.held_usd)}</dd>
        </div>
      )}
      {spend.unknown_usd > 0 && (
        <div className="flex justify-between gap-3">
          <dt className="text-stale">Unknown, until checked at the vendor</dt>
          <dd className="text-stale">{formatAmount(spend.unknown_usd)}</dd>
        </div>
      )}
    </dl>
  );
}
