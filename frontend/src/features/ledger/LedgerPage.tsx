import { Download } from 'lucide-react';
import { sayProblem } from '@/api/client';
import { ledgerCsvUrl, type LedgerFilter } from '@/api/money';
import { useProviders } from '@/api/useProviders';
import { isFiltered, NO_FILTER } from '@/features/money/ledgerFilter';
import { countOf } from '@/shared/lib/words';
import { Button, buttonClass, EmptyState, Skeleton } from '@/shared/ui';
import { CallTable } from './CallTable';
import { callCount } from './callWords';
import { Filters } from './Filters';
import { MonthCard } from './MonthCard';
import { Sums } from './Sums';
import { useLedger, useProjectTitles } from './useLedger';

interface LedgerPageProps {
  filter: LedgerFilter;
  onFilter: (filter: LedgerFilter) => void;
}

/** Every paid call of all projects, newest first, with sums and the month's budget. */
export function LedgerPage({ filter, onFilter }: LedgerPageProps) {
  const ledger = useLedger(filter);
  const titles = useProjectTitles();
  const page = useProviders().data;
  const models = page?.models ?? [];
  const vendors = page?.vendors ?? [];
  const { first, calls } = ledger;
  const filtered = isFiltered(filter);
  const unspent = first?.calls.length === 0 && !filtered;
  const count = first ? callCount(first) : 0;
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-[22px] pb-16 md:px-8 xl:px-16">
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="text-title font-semibold tracking-[-.02em]">Ledger</h1>
        <p className="num min-w-40 flex-1 text-tx-3">
          {first && !unspent
            ? `${countOf(count, 'paid call')}${filtered ? ' in this view' : ', all projects'}`
            : ''}
        </p>
        {count > 0 && (
          <a href={ledgerCsvUrl(filter)} download="dailies-ledger.csv" className={buttonClass()}>
            <Download aria-hidden size={16} strokeWidth={1.75} />
            CSV
          </a>
        )}
      </div>
      <div className="grid gap-3.5 md:grid-cols-2 lg:grid-cols-3">
        <MonthCard />
        {!first && !ledger.isError && (
          <>
            <Skeleton className="h-[150px] !rounded-plan" />
            <Skeleton className="h-[150px] !rounded-plan max-lg:hidden" />
          </>
        )}
        {first && unspent && (
          <EmptyState className="lg:col-span-2">Nothing was spent: rehearsing is free.</EmptyState>
        )}
        {first && !unspent && (
          <>
            <Sums
              title="By stage"
              part="stage"
              ledger={first}
              models={models}
              perSecond={filter.project !== ''}
            />
            <Sums title="By model" part="model" ledger={first} models={models} />
          </>
        )}
      </div>
      {!unspent && (
        <Filters filter={filter} onFilter={onFilter} titles={titles} vendors={vendors} models={models} />
      )}
      {ledger.isPending && (
        <div role="status" aria-label="Loading the ledger">
          <Skeleton className="h-80 !rounded-plan" />
        </div>
      )}
      {ledger.isError && calls.length === 0 && (
        <EmptyState action={<Button onClick={() => void ledger.refetch()}>Try again</Button>}>
          {sayProblem(ledger.error)}
        </EmptyState>
      )}
      {ledger.isSuccess && calls.length === 0 && filtered && (
        <EmptyState
          action={
            <Button size="compact" onClick={() => onFilter(NO_FILTER)}>
              Show all calls
            </Button>
          }
        >
          No paid call fits these filters.
        </EmptyState>
      )}
      {calls.length > 0 && (
        <CallTable
          calls={calls}
          titles={titles}
          models={models}
          more={
            ledger.hasNextPage
              ? { loading: ledger.isFetchingNextPage, load: () => void ledger.fetchNextPage() }
              : undefined
          }
        />
      )}
    </div>
  );
}
