import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answersWords, formatSpan, tooFew } from './insightWords';
import { bucketOf, FIRST_VIEW, queryOf, viewOf, viewParams } from './insightsSpan';
import { Trend } from './Trend';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('the span', () => {
  it('ends now and is cut into days, weeks or months by its length', () => {
    expect(queryOf({ ...FIRST_VIEW, span: '7d' }, NOW)).toMatchObject({
      since: '2026-11-16T10:00:00.000Z',
      until: '2026-11-23T10:00:00.000Z',
      bucket: 'day',
    });
    expect([31, 84, 365].map(bucketOf)).toEqual(['day', 'week', 'month']);
  });

  it('takes days of ones own, both included, and no span that ends before it begins', () => {
    const own = { ...FIRST_VIEW, span: 'own' as const, from: '2026-11-01', to: '2026-11-01' };
    const query = queryOf(own, NOW);
    expect(query && Date.parse(query.until) - Date.parse(query.since)).toBe(86_400_000);
    expect(queryOf({ ...own, to: '2026-10-31' }, NOW)).toBeUndefined();
    expect(queryOf({ ...own, from: '' }, NOW)).toBeUndefined();
  });

  it('is kept in the address, without what is usual', () => {
    expect(viewParams(FIRST_VIEW)).toEqual({});
    const view = { ...FIRST_VIEW, span: '1y' as const, mode: 'automatic' as const };
    expect(viewOf(new URLSearchParams(viewParams(view)))).toEqual(view);
    expect(viewOf(new URLSearchParams('span=nonsense&mode=both'))).toEqual(FIRST_VIEW);
  });
});

describe('words', () => {
  it('says durations of work in their best unit', () => {
    expect([42, 840, 9000, 260_000].map(formatSpan)).toEqual(['42 s', '14 min', '2.5 h', '3.0 days']);
  });

  it('never presents a few answers as a fact', () => {
    const few = { count: 3, value: null, low: null, high: null };
    expect(tooFew(few, 10)).toBe('too few, 3 of 10');
    expect(answersWords({ count: 88, value: 41, low: 30, high: 52 }, String)).toBe(
      '88 answers, 30 to 52 at 95 %',
    );
  });
});

describe('a trend', () => {
  it('is a table too, with what was not measured said', async () => {
    const points = [
      { begins: '2026-11-02', value: 31 },
      { begins: '2026-11-09', value: null },
    ];
    render(
      <Trend
        title="Time to cut"
        remark=""
        points={points}
        bucket="week"
        kind="line"
        say={(v) => `${v} min`}
      />,
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const rows = within(screen.getByRole('table', { name: 'Time to cut, table' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['Nov 231 min', 'Nov 9not measured']);
  });
});
