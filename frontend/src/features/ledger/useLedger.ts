import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getLedger, LEDGER_KEY, type LedgerFilter } from '@/api/money';
import { listProjects } from '@/api/projects';

/** The filtered calls, page after page; the last answer stays while another filter is read. */
export function useLedger(filter: LedgerFilter) {
  const query = useInfiniteQuery({
    queryKey: [...LEDGER_KEY, 'pages', filter],
    queryFn: ({ pageParam, signal }) => getLedger(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  return { ...query, first: pages[0], calls: pages.flatMap((page) => page.calls) };
}

/** Titles of projects by id, of those changed last. */
export function useProjectTitles(): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: ['projects', 'titles'],
    queryFn: ({ signal }) => listProjects({ query: '', status: 'all', sort: 'updated' }, null, signal),
    staleTime: 60_000,
  });
  return new Map(data?.projects.map(({ id, title }) => [id, title]));
}
