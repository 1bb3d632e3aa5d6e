import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { Gauge } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sayProblem } from '@/api/client';
import { getInsights, INSIGHTS_KEY, listPeople, PEOPLE_KEY } from '@/api/insights';
import type { Insights } from '@/api/types';
import { useMe } from '@/api/useMe';
import { useProviders } from '@/api/useProviders';
import { useNow } from '@/shared/hooks/useNow';
import { formatAmount } from '@/shared/lib/money';
import { countOf } from '@/shared/lib/words';
import { Banner, Button, buttonClass, EmptyState, Skeleton } from '@/shared/ui';
import { Controls } from './Controls';
import { Funnel } from './Funnel';
import { Headline } from './Headline';
import { formatSpan, shareOf } from './insightWords';
import { queryOf, type InsightsView } from './insightsSpan';
import { CommentsCard, FailuresCard, ModesCard, MoneyCard, VendorsCard, WorkCard } from './Parts';
import { PeopleCard } from './PeopleCard';
import { Trend } from './Trend';
import { VendorDays } from './VendorDays';

interface InsightsPageProps {
  view: InsightsView;
  onView: (view: InsightsView) => void;
}

/** How the studio is used: how far projects come, what it takes, what it costs, and what people think of it. */
export function InsightsPage({ view, onView }: InsightsPageProps) {
  const now = useNow(60_000);
  const query = queryOf(view, now);
  const me = useMe().data;
  const people = useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: ({ signal }) => listPeople(signal),
    enabled: me?.role === 'owner',
  });
  const read = useQuery({
    queryKey: [...INSIGHTS_KEY, query],
    queryFn: query ? ({ signal }) => getInsights(query, signal) : skipToken,
    placeholderData: keepPreviousData,
  });
  const insights = read.data;
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-[22px] pb-16 md:px-8 xl:px-16">
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-title font-semibold tracking-[-.02em]">Insights</h1>
        <p className="num min-w-40 flex-1 text-tx-3">
          {insights ? countOf(insights.funnel.started, 'project') + ' started' : ''}
        </p>
        <Controls view={view} onView={onView} query={query} people={people.data ?? []} />
      </div>
      {query === undefined && (
        <EmptyState>Choose a first day, and a last one that is not before it.</EmptyState>
      )}
      {query && read.isPending && (
        <div role="status" aria-label="Loading the insights" className="grid gap-3.5">
          <Skeleton className="h-[104px] !rounded-plan" />
          <Skeleton className="h-72 !rounded-plan" />
          <Skeleton className="h-72 !rounded-plan" />
        </div>
      )}
      {query && read.isError && !insights && (
        <EmptyState action={<Button onClick={() => void read.refetch()}>Try again</Button>}>
          {sayProblem(read.error)}
        </EmptyState>
      )}
      {query && insights && <Sheet insights={insights} owner={me?.role === 'owner'} />}
    </div>
  );
}

function Sheet({ insights, owner }: { insights: Insights; owner: boolean }) {
  const models = useProviders().data?.models ?? [];
  const { series, bucket } = insights;
  if (insights.funnel.started === 0) {
    return <EmptyState>No project was started in this span.</EmptyState>;
  }
  return (
    <div className="grid gap-3.5">
      <NearLimits insights={insights} />
      <Headline insights={insights} />
      <div className="grid gap-3.5 lg:grid-cols-[3fr_2fr]">
        <Funnel insights={insights} />
        <Trend
          title="Time to cut"
          remark={`Median, by ${bucket}`}
          kind="line"
          bucket={bucket}
          points={series.map(({ begins, to_cut_s: value }) => ({ begins, value }))}
          say={formatSpan}
        />
      </div>
      <div className="grid items-start gap-3.5 md:grid-cols-2 lg:grid-cols-3">
        <Column>
          <ModesCard insights={insights} />
          <VendorsCard insights={insights} />
        </Column>
        <Column>
          <Trend
            title="Projects started"
            remark={`By ${bucket}`}
            kind="bars"
            bucket={bucket}
            points={series.map(({ begins, started: value }) => ({ begins, value }))}
            say={String}
          />
          <Trend
            title="Cost of a second"
            remark={`Approved film, by ${bucket}`}
            kind="bars"
            bucket={bucket}
            points={series.map(({ begins, per_second_usd: value }) => ({
              begins,
              value: insights.money.total_usd > 0 ? value : null,
            }))}
            say={formatAmount}
          />
          <VendorDays insights={insights} />
        </Column>
        <Column>
          <WorkCard insights={insights} />
          <MoneyCard insights={insights} models={models} />
          <FailuresCard insights={insights} models={models} />
          <CommentsCard insights={insights} />
        </Column>
      </div>
      {owner && <PeopleCard />}
    </div>
  );
}

function Column({ children }: { children: ReactNode }) {
  return <div className="grid min-w-0 gap-3.5">{children}</div>;
}

function NearLimits({ insights }: { insights: Insights }) {
  const near = insights.vendors.filter((vendor) => vendor.near);
  return near.map(({ vendor, title, month_usd: used, month_limit_usd: limit }) => (
    <Banner
      key={vendor}
      tone="stale"
      className="rounded-plan"
      icon={<Gauge aria-hidden size={16} strokeWidth={1.75} />}
      action={
        <Link to="/providers" className={buttonClass({ size: 'compact' })}>
          Open provider limits
        </Link>
      }
    >
      <b className="font-semibold">
        {title} is at {limit === null ? 'its limit a minute' : `${shareOf(used, limit)} of its monthly limit`}
        .
      </b>{' '}
      {limit === null ? 'Work waits for its turn, nothing fails.' : 'Paid work stops when it is reached.'}
    </Banner>
  ));
}
