import type { Item, Project, Stage } from '@/api/types';
import { formatAmount, formatBudget } from '@/shared/lib/money';
import { STAGE_NAMES, countOf } from '@/shared/lib/words';
import { Popover } from '@/shared/ui';

const HATCH = 'repeating-linear-gradient(115deg, var(--color-tx-3) 0 2px, var(--color-line-2) 2px 4px)';
/** Share of the budget from which the meter warns. */
const WARN_AT = 0.8;

/** What the project has spent and holds, of its budget. Opens a ledger by stage. */
export function MoneyMeter({ project }: { project: Project }) {
  const { spent_usd: spent, held_usd: held, budget_usd: budget } = project.spend;
  const free = project.rehearsal && spent === 0 && held === 0;
  const words = free ? 'Free, rehearsal' : moneyWords(spent, held, budget);
  const near = budget !== null && budget > 0 && spent + held >= budget * WARN_AT;
  return (
    <div className="relative flex w-[150px] flex-col gap-[5px] xl:w-[196px]">
      <p className="num flex text-small whitespace-nowrap">
        {free ? (
          <span className="text-tx-2">Free, rehearsal</span>
        ) : (
          <>
            <b className="font-semibold">{formatAmount(spent)}</b>
            <span className="text-tx-3">&nbsp;spent</span>
            {held > 0 && <span className="hidden text-tx-3 xl:inline">&nbsp; {formatAmount(held)} held</span>}
            {budget !== null && <span className="ml-auto text-tx-3">of {formatBudget(budget)}</span>}
          </>
        )}
      </p>
      <Bar words={words} spent={spent} held={held} budget={budget} />
      <Popover
        label="Money of this project"
        align="end"
        className="w-72"
        trigger={
          <button
            type="button"
            aria-label={`Money: ${words}. Open the ledger`}
            className="absolute -inset-1.5 rounded-btn"
          />
        }
      >
        {near && (
          <p className="mb-2 text-small text-stale">{`Near the budget: ${moneyWords(spent, held, budget)}.`}</p>
        )}
        <Ledger items={project.items} free={free} />
      </Popover>
    </div>
  );
}

function Bar({
  words,
  spent,
  held,
  budget,
}: {
  words: string;
  spent: number;
  held: number;
  budget: number | null;
}) {
  const most = budget ?? Math.max(spent + held, 1);
  const share = (usd: number) => `${String(Math.min(100, most > 0 ? (usd / most) * 100 : 0))}%`;
  return (
    <div
      role="meter"
      aria-label="Spent of the budget"
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(spent, most)}
      aria-valuetext={words}
      className="flex h-[5px] overflow-hidden rounded-xs bg-press"
    >
      <span className="h-full bg-tx-2" style={{ width: share(spent) }} />
      <span className="h-full" style={{ width: share(held), background: HATCH }} />
    </div>
  );
}

function Ledger({ items, free }: { items: readonly Item[]; free: boolean }) {
  const stages: Stage[] = ['story', 'references', 'storyboard', 'video'];
  return (
    <>
      <h2 className="text-small font-semibold">Spent by stage</h2>
      <table className="num mt-1.5 w-full text-small">
        <tbody>
          {stages.map((stage) => {
            const takes = items.filter((item) => item.stage === stage).flatMap((item) => item.takes);
            return (
              <tr key={stage} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal text-tx-2">
                  {STAGE_NAMES[stage]}
                </th>
                <td className="text-tx-3">{countOf(takes.length, 'take')}</td>
                <td className="text-right">
                  {formatAmount(takes.reduce((sum, take) => sum + take.cost_usd, 0))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {free && (
        <p className="mt-2 text-small text-tx-3">Rehearsal makers run on this computer and cost nothing.</p>
      )}
    </>
  );
}

function moneyWords(spent: number, held: number, budget: number | null): string {
  const parts = [`${formatAmount(spent)} spent`];
  if (held > 0) parts.push(`${formatAmount(held)} held`);
  if (budget !== null) parts.push(`of ${formatBudget(budget)}`);
  return parts.join(', ');
}
