import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LedgerFilter } from '@/api/money';
import type { Ledger, Month } from '@/api/types';
import { NO_FILTER } from '@/features/money/ledgerFilter';
import { TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { aCard } from '@/test/fixtures';
import { aCall, aLedger, aMonth, aProvidersPage } from '@/test/moneyFixtures';
import { itemWords, sumsBy, usageWords } from './callWords';
import { LedgerPage } from './LedgerPage';

let server: ReturnType<typeof fakeServer>;
let ledger: Ledger;
let month: Month;

beforeEach(() => {
  ledger = aLedger();
  month = aMonth();
  server = fakeServer(({ method, url }) => {
    if (method === 'PUT') return { body: aMonth({ budget_usd: 40, near: false }) };
    if (url.startsWith('/api/ledger/month')) return { body: month };
    if (url.startsWith('/api/ledger')) return { body: ledger };
    if (url.startsWith('/api/projects'))
      return { body: { projects: [aCard()], next_cursor: null, counts: {} } };
    return { body: aProvidersPage() };
  });
});
afterEach(() => vi.unstubAllGlobals());

function Page({ start }: { start: LedgerFilter }) {
  const [filter, setFilter] = useState(start);
  return <LedgerPage filter={filter} onFilter={setFilter} />;
}

function show(filter: Partial<LedgerFilter> = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <Page start={{ ...NO_FILTER, ...filter }} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

describe('the ledger', () => {
  it('shows calls, what they cost and what is not known of them', async () => {
    show();
    const table = within(await screen.findByRole('table', { name: 'Paid calls' }));
    const [, paid, unknown] = table.getAllByRole('row');
    expect(paid).toHaveTextContent('Paid');
    expect(paid).toHaveTextContent('Canvas');
    await waitFor(() => expect(paid).toHaveTextContent('First Ferry'));
    expect(unknown).toHaveTextContent('Unknown');
    expect(unknown).toHaveTextContent('$0.04 held');
    expect(screen.getByText('5 paid calls, all projects')).toBeInTheDocument();
  });

  it('filters calls, sums and the spreadsheet alike', async () => {
    show({ project: 'prj_ferry', stage: 'video' });
    const csv = await screen.findByRole('link', { name: 'CSV' });
    expect(csv).toHaveAttribute('href', '/api/ledger/csv?project=prj_ferry&stage=video');
    expect(server.requests()).toContain('GET /api/ledger?project=prj_ferry&stage=video');
    expect(screen.getByText(/not measured, the cut is not approved/u)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(csv).toHaveAttribute('href', '/api/ledger/csv'));
  });

  it('reads on where there is more', async () => {
    ledger = aLedger({ next_cursor: 'page2' });
    show();
    await screen.findByRole('table', { name: 'Paid calls' });
    ledger = aLedger({ calls: [aCall({ id: 'call_3', item: 'clip-s1a' })] });
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Clip s1a, picture')).toBeInTheDocument();
    expect(server.requests()).toContain('GET /api/ledger?cursor=page2');
  });

  it('tells those who only rehearse that nothing was spent', async () => {
    ledger = aLedger({ calls: [], sums: [], total_usd: 0, held_usd: 0 });
    show();
    expect(await screen.findByText('Nothing was spent: rehearsing is free.')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Filter' })).not.toBeInTheDocument();
  });
});

describe("the month's budget", () => {
  it('warns near its end and can be raised', async () => {
    show();
    expect(await screen.findByText(/^Near the budget/u)).toBeInTheDocument();
    expect(screen.getByText('82 %')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Edit budget' }));
    const field = screen.getByRole('textbox', { name: /Budget for a month/u });
    await userEvent.clear(field);
    await userEvent.type(field, '40{Enter}');
    expect(await screen.findByText('used of $40')).toBeInTheDocument();
    expect(server.asked).toContainEqual({
      method: 'PUT',
      url: '/api/ledger/month',
      body: { budget_usd: 40 },
    });
  });
});

describe('words of a call', () => {
  it('name its item and what was counted', () => {
    expect(itemWords({ item: 'story' })).toBe('Story');
    expect(itemWords({ item: 'ref-norrhavn-tin' })).toBe('Reference norrhavn tin');
    expect(usageWords({ call: 1, input_token: 1800, output_token: 0 })).toBe('1,800 input tokens');
  });

  it('put the sums together, dearest first', () => {
    expect(sumsBy(aLedger().sums, 'stage').map(({ name, calls }) => [name, calls])).toEqual([
      ['video', 3],
      ['storyboard', 2],
    ]);
  });
});
