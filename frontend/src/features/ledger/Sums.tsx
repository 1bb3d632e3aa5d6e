import type { Ledger, Model, Stage } from '@/api/types';
import { modelTitle } from '@/shared/lib/artists';
import { formatAmount } from '@/shared/lib/money';
import { countOf, STAGE_NAMES } from '@/shared/lib/words';
import { sumsBy } from './callWords';

/** Lines that are shown; the dearest ones. */
const MOST = 5;

interface SumsProps {
  title: string;
  part: 'stage' | 'model';
  ledger: Ledger;
  models: readonly Model[];
  /** Adds the price of a second of the approved film: of one project only. */
  perSecond?: boolean;
}

/** What all calls of the view came to, by stage or by model. */
export function Sums({ title, part, ledger, models, perSecond = false }: SumsProps) {
  const sums = sumsBy(ledger.sums, part);
  const name = (id: string) => (part === 'stage' ? STAGE_NAMES[id as Stage] : modelTitle(models, id));
  const most = Math.max(...sums.map(({ usd }) => usd), 0.000001);
  return (
    <section aria-label={title} className="rounded-plan bg-panel px-4 py-3.5">
      <div className="flex min-h-7 items-center gap-2">
        <h2 className="font-semibold">{title}</h2>
        <span className="num ml-auto text-small text-tx-3">
          {formatAmount(ledger.total_usd)} paid
          {ledger.held_usd > 0 && `, ${formatAmount(ledger.held_usd)} held`}
        </span>
      </div>
      {sums.length === 0 ? (
        <p className="mt-1.5 border-t border-line py-2.5 text-small text-tx-3">Nothing was paid.</p>
      ) : (
        <table className="num mt-1 w-full table-fixed text-small">
          <tbody>
            {sums.slice(0, MOST).map((sum) => (
              <tr key={sum.name} className="border-t border-line">
                <th scope="row" className="truncate py-1.5 pr-3 text-left font-normal text-tx-2">
                  {name(sum.name)}
                </th>
                <td aria-hidden className="w-[24%]">
                  <span className="block h-[5px] overflow-hidden rounded-xs bg-press">
                    <span
                      className="block h-full bg-tx-2"
                      style={{ width: `${String((sum.usd / most) * 100)}%` }}
                    />
                  </span>
                </td>
                <td className="w-[4.5rem] text-right whitespace-nowrap text-tx-3">
                  {countOf(sum.calls, 'call')}
                </td>
                <td className="w-[5.5rem] text-right whitespace-nowrap">
                  {sum.usd === 0 && sum.held > 0 ? (
                    <span className="text-tx-3">{formatAmount(sum.held)} held</span>
                  ) : (
                    formatAmount(sum.usd)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sums.length > MOST && (
        <p className="mt-1 text-small text-tx-3">And {countOf(sums.length - MOST, 'more model')}.</p>
      )}
      {perSecond && (
        <p className="num mt-1 flex border-t border-line pt-2 text-small">
          <span className="text-tx-2">For each approved second</span>
          <span className="ml-auto">
            {ledger.per_approved_second_usd === null ? (
              <span className="text-tx-3">not measured, the cut is not approved</span>
            ) : (
              formatAmount(ledger.per_approved_second_usd)
            )}
          </span>
        </p>
      )}
    </section>
  );
}
