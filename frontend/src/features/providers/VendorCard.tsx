import clsx from 'clsx';
import { CircleCheck, CloudOff, Gauge, KeyRound, Timer, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Vendor } from '@/api/types';
import { formatAmount, formatBudget } from '@/shared/lib/money';
import { countOf } from '@/shared/lib/words';
import { KeySection } from './KeySection';
import { isNear, stateWords, vendorState, type VendorState } from './vendorWords';

const STATES: Readonly<Record<VendorState, { icon: LucideIcon; tone: string }>> = {
  ready: { icon: CircleCheck, tone: 'text-ok' },
  slow: { icon: Timer, tone: 'text-stale' },
  down: { icon: CloudOff, tone: 'text-fail' },
  no_key: { icon: KeyRound, tone: 'text-tx-3' },
};

interface VendorCardProps {
  vendor: Vendor;
  mayEdit: boolean;
  /** Seconds since the vendor's state was read. */
  ago: number;
}

/** One vendor: how it is doing, what of its limits is used, this month's calls, and its key. */
export function VendorCard({ vendor, mayEdit, ago }: VendorCardProps) {
  const state = vendorState(vendor, ago);
  const { icon: Icon, tone } = STATES[state.state];
  const title = `vendor-${vendor.id}`;
  return (
    <article aria-labelledby={title} className="flex h-full flex-col rounded-plan bg-panel px-4 py-3.5">
      <div className="flex items-baseline gap-2">
        <h2 id={title} className="text-section font-semibold">
          {vendor.title}
        </h2>
        <span className="text-small text-tx-3">
          {vendor.models > 0 ? countOf(vendor.models, 'model') : 'no model in the registry'}
        </span>
        <span className={clsx('num ml-auto inline-flex items-center gap-1.5 text-small font-medium', tone)}>
          <Icon aria-hidden size={14} strokeWidth={1.75} />
          {stateWords(state)}
        </span>
      </div>
      <div className="mt-3 grid grid-cols-2 gap-x-5 gap-y-3">
        <Limit
          name="Running"
          used={vendor.running}
          limit={vendor.concurrency}
          after={vendor.waiting > 0 ? `${String(vendor.waiting)} in line` : ''}
        />
        <Limit name="This minute" used={vendor.minute} limit={vendor.per_minute} warns />
      </div>
      <div className="num mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-small">
        <dl className="contents">
          <Fact name="This month">{countOf(vendor.month_calls, 'call')}</Fact>
          <Fact name="Failed">
            <span className={clsx(vendor.month_failed > 0 && 'text-fail')}>{vendor.month_failed}</span>
          </Fact>
          <Fact name="Used">
            {formatAmount(vendor.month_usd)}
            {vendor.month_limit_usd !== null && (
              <span className="text-tx-3"> of {formatBudget(vendor.month_limit_usd)}</span>
            )}
          </Fact>
        </dl>
        <Link
          to={`/ledger?vendor=${encodeURIComponent(vendor.id)}`}
          aria-label={`${vendor.title} in the ledger`}
          className="touch ml-auto rounded-xs font-medium text-ac-hi hover:underline"
        >
          Ledger
        </Link>
      </div>
      {vendor.month_limit_usd !== null && (
        <Meter
          label={`${vendor.title}, used of the month's limit`}
          used={vendor.month_usd}
          limit={vendor.month_limit_usd}
          words={`${formatAmount(vendor.month_usd)} of ${formatBudget(vendor.month_limit_usd)}`}
          near={isNear(vendor.month_usd, vendor.month_limit_usd)}
        />
      )}
      {vendor.month_limit_usd !== null && isNear(vendor.month_usd, vendor.month_limit_usd) && (
        <Warning>
          {shareWords(vendor.month_usd, vendor.month_limit_usd)} of this month's limit is used
        </Warning>
      )}
      <KeySection vendor={vendor} mayEdit={mayEdit} />
    </article>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex gap-1.5">
    <dt className="text-tx-3">{name}</dt>
    <dd>{children}</dd>
  </div>
);

const shareWords = (used: number, limit: number) => `${String(Math.round((used / limit) * 100))} %`;

interface LimitProps {
  name: string;
  used: number;
  limit: number;
  after?: string;
  /** Is the limit one that people should see coming. */
  warns?: boolean;
}

function Limit({ name, used, limit, after = '', warns = false }: LimitProps) {
  const near = warns && isNear(used, limit);
  return (
    <div className="num text-small">
      <p className="flex gap-1.5">
        <span className="text-tx-3">{name}</span>
        <span className="ml-auto">
          {near && <span className="text-stale">{shareWords(used, limit)}, </span>}
          {used} <span className="text-tx-3">of {limit}</span>
        </span>
      </p>
      <Meter
        label={name}
        used={used}
        limit={limit}
        words={`${String(used)} of ${String(limit)}`}
        near={near}
        mark={warns}
      />
      <p className="mt-0.5 min-h-4 text-meta text-tx-3">{near ? 'Calls will wait their turn' : after}</p>
    </div>
  );
}

interface MeterProps {
  label: string;
  used: number;
  limit: number;
  words: string;
  near: boolean;
  /** Shows where the warning begins. */
  mark?: boolean;
}

function Meter({ label, used, limit, words, near, mark = true }: MeterProps) {
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={Math.min(used, limit)}
      aria-valuetext={words}
      className="relative mt-1 h-[5px] overflow-hidden rounded-xs bg-press"
    >
      <span
        className={clsx('block h-full', near ? 'bg-stale' : 'bg-tx-2')}
        style={{ width: `${String(Math.min(100, limit > 0 ? (used / limit) * 100 : 0))}%` }}
      />
      {mark && <span aria-hidden className="absolute inset-y-0 left-[80%] w-0.5 bg-line-ctl" />}
    </div>
  );
}

const Warning = ({ children }: { children: ReactNode }) => (
  <p className="mt-1.5 flex items-center gap-1.5 text-small text-stale">
    <Gauge aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
    {children}
  </p>
);
