import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { InsightsPage } from '@/features/insights/InsightsPage';
import { viewOf, viewParams } from '@/features/insights/insightsSpan';

export function InsightsRoute() {
  const [query, setQuery] = useSearchParams();
  useEffect(() => {
    document.title = 'Insights, Dailies';
  }, []);
  return (
    <InsightsPage view={viewOf(query)} onView={(view) => setQuery(viewParams(view), { replace: true })} />
  );
}
