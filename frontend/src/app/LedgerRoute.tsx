import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { LedgerPage } from '@/features/ledger/LedgerPage';
import { filterOf, queryOf } from '@/features/money/ledgerFilter';

export function LedgerRoute() {
  const [query, setQuery] = useSearchParams();
  useEffect(() => {
    document.title = 'Ledger, Dailies';
  }, []);
  return (
    <LedgerPage
      filter={filterOf(query)}
      onFilter={(filter) => setQuery(queryOf(filter), { replace: true })}
    />
  );
}
