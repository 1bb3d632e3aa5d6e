import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import type { Project } from '@/api/types';
import { BudgetBar } from '@/features/money/BudgetBar';
import { budgetWarning, isOver, leftWords, spendWords, usedOf } from '@/features/money/spendWords';
import { formatAmount, formatBudget } from '@/shared/lib/money';
import { Popover } from '@/shared/ui';
import { MoneyPanel } from './MoneyPanel';

/** What the project has spent and holds, of its budget. Opens its money by stage. */
export function MoneyMeter({ project }: { project: Project }) {
  const { spend } = project;
  const free = project.rehearsal && usedOf(spend) === 0;
  const words = free ? 'Free, rehearsal' : spendWords(spend);
  const warning = budgetWarning(spend);
  return (
    <Popover
      label="Money of this project"
      align="end"
      className="w-88"
      trigger={
        <button
          type="button"
          className="touch -m-1.5 flex w-[118px] flex-col gap-[3px] rounded-btn p-1.5 text-left transition-colors duration-[80ms] hover:bg-hover data-[state=open]:bg-raised sm:w-[162px] xl:w-[208px]"
        >
          <span className="sr-only">Money: </span>
          {free ? <span className="text-small text-tx-2">Free, rehearsal</span> : <Figures spend={spend} />}
          <BudgetBar
            label="Spent of the budget"
            words={words}
            spent={spend.spent_usd}
            held={spend.held_usd}
            unknown={spend.unknown_usd}
            budget={spend.budget_usd}
            near={warning !== ''}
          />
          {!free && <Detail spend={spend} />}
        </button>
      }
    >
      <MoneyPanel project={project} free={free} />
    </Popover>
  );
}

function Figures({ spend }: { spend: Project['spend'] }) {
  const { spent_usd: spent, budget_usd: budget } = spend;
  return (
    <span className="num flex text-small/4 whitespace-nowrap">
      <b className="font-semibold">{formatAmount(spent)}</b>
      <span className="text-tx-3">&nbsp;spent</span>
      {budget !== null && (
        <span className="ml-auto pl-1 text-tx-3 max-sm:hidden">of {formatBudget(budget)}</span>
      )}
    </span>
  );
}

/** Under the bar: what to warn of, else what is held or unknown, else what is left. */
function Detail({ spend }: { spend: Project['spend'] }) {
  const { held_usd: held, unknown_usd: unknown } = spend;
  const warning = budgetWarning(spend);
  return (
    <span className="num flex h-3.5 items-center gap-1 text-meta/[14px] whitespace-nowrap">
      {warning ? (
        <span className={clsx('flex min-w-0 items-center gap-1', isOver(spend) ? 'text-fail' : 'text-stale')}>
          <TriangleAlert aria-hidden size={12} strokeWidth={1.75} className="shrink-0" />
          <span className="truncate">{warning}</span>
        </span>
      ) : (
        <>
          {held <= 0 && unknown <= 0 && <span className="text-tx-3">{leftWords(spend)}</span>}
          {held > 0 && <span className="text-tx-3">{formatAmount(held)} held</span>}
          {unknown > 0 && <span className="truncate text-stale">{formatAmount(unknown)} unknown</span>}
        </>
      )}
    </span>
  );
}
