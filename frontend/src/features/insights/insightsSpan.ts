import type { Bucket, InsightsQuery } from '@/api/insights';
import type { Mode } from '@/api/types';

const DAY_MS = 86_400_000;

/** Spans that can be chosen with one press, in days. */
export const SPANS = { '7d': 7, '30d': 30, '12w': 84, '1y': 365 } as const;
export type Span = keyof typeof SPANS | 'own';

/** What the page shows: a span that ends now, or days of one's own, both included. */
export interface InsightsView {
  span: Span;
  from: string;
  to: string;
  mode: Mode | '';
  person: string;
}

export const FIRST_VIEW: InsightsView = { span: '12w', from: '', to: '', mode: '', person: '' };

/** Days up to a month are shown each, up to half a year by week, beyond by month. */
export function bucketOf(days: number): Bucket {
  if (days <= 31) return 'day';
  return days <= 190 ? 'week' : 'month';
}

/** The question for the server; undefined while the days make no span. `now` in milliseconds. */
export function queryOf(view: InsightsView, now: number): InsightsQuery | undefined {
  const { mode, person } = view;
  if (view.span !== 'own') {
    const days = SPANS[view.span];
    // To the minute, so that the same question is asked for a while.
    const until = Math.ceil(now / 60_000) * 60_000;
    const since = until - days * DAY_MS;
    return { since: iso(since), until: iso(until), bucket: bucketOf(days), mode, person };
  }
  const since = Date.parse(`${view.from}T00:00:00`);
  const until = Date.parse(`${view.to}T00:00:00`) + DAY_MS;
  if (Number.isNaN(since) || Number.isNaN(until) || since >= until) return undefined;
  return { since: iso(since), until: iso(until), bucket: bucketOf((until - since) / DAY_MS), mode, person };
}

/** The view as the address bar keeps it. */
export function viewParams(view: InsightsView): Record<string, string> {
  const kept = Object.entries(view).filter(
    ([name, value]) => value !== FIRST_VIEW[name as keyof InsightsView],
  );
  return Object.fromEntries(kept);
}

/** The view of an address. */
export function viewOf(params: URLSearchParams): InsightsView {
  const span = params.get('span') ?? FIRST_VIEW.span;
  const mode = params.get('mode') ?? '';
  return {
    span: span === 'own' || span in SPANS ? (span as Span) : FIRST_VIEW.span,
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    mode: mode === 'interactive' || mode === 'automatic' ? mode : '',
    person: params.get('person') ?? '',
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
