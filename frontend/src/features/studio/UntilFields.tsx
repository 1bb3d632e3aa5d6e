import type { Item, TriesRequest } from '@/api/types';
import { formatUsd, parseAmount } from '@/shared/lib/money';
import { itemName } from '@/shared/lib/items';
import { countOf } from '@/shared/lib/words';

/** When trying ends, as it is typed. */
export interface Until {
  /** Overall score to reach, 1 to 100. */
  score: number;
  /** Takes of each item at most, 1 to 8. */
  tries: number;
  /** Dollars at most, as typed; "" is no limit but the budget. */
  limit: string;
}

/** When trying ends, as the server is asked. */
export type UntilWish = Pick<TriesRequest, 'score' | 'tries' | 'limit_usd'>;

export const USUAL_UNTIL: Until = { score: 85, tries: 3, limit: '' };
const MOST_TRIES = 8;

/** The wish that the typed fields stand for. */
export function untilWish({ score, tries, limit }: Until): UntilWish {
  const most = parseAmount(limit);
  // What is no amount must never mean no limit.
  return { score, tries, limit_usd: most === undefined ? 0 : most };
}

/** "Try 4A up to 3 times, at most $0.12". */
export function untilWords(items: readonly Item[], { tries, limit }: Until): string {
  const [first] = items;
  const most = tries * items.reduce((sum, item) => sum + item.price_usd, 0);
  const price = Math.min(most, parseAmount(limit) ?? most);
  const what = items.length === 1 && first ? itemName(first) : String(items.length);
  const amount = price > 0 ? `at most ${formatUsd(price)}` : formatUsd(price);
  return `Try ${what} up to ${countOf(tries, 'time')}, ${amount}`;
}

const FIELD = 'num min-h-7 rounded-btn bg-bg px-2 text-small text-tx edge-ctl';

/** Score to reach, tries and money at most. */
export function UntilFields({ until, onChange }: { until: Until; onChange: (until: Until) => void }) {
  const whole = (text: string, most: number) => Math.min(most, Math.max(1, Math.round(Number(text) || 1)));
  return (
    <span className="flex flex-wrap items-center gap-2 text-small">
      <label className="flex items-center gap-1.5">
        Score at least
        <input
          type="number"
          min={1}
          max={100}
          value={until.score}
          onChange={(event) => {
            onChange({ ...until, score: whole(event.target.value, 100) });
          }}
          className={`${FIELD} w-16`}
        />
      </label>
      <label className="flex items-center gap-1.5">
        Tries at most
        <input
          type="number"
          min={1}
          max={MOST_TRIES}
          value={until.tries}
          onChange={(event) => {
            onChange({ ...until, tries: whole(event.target.value, MOST_TRIES) });
          }}
          className={`${FIELD} w-14`}
        />
      </label>
      <label className="flex items-center gap-1.5">
        Dollars at most
        <input
          inputMode="decimal"
          placeholder="budget"
          value={until.limit}
          aria-invalid={parseAmount(until.limit) === undefined}
          onChange={(event) => {
            onChange({ ...until, limit: event.target.value });
          }}
          className={`${FIELD} w-20 aria-invalid:text-fail`}
        />
      </label>
    </span>
  );
}
