import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProvidersPage as Page } from '@/api/types';
import { TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { aModel, aProvidersPage, aVendor } from '@/test/moneyFixtures';
import { ProvidersPage } from './ProvidersPage';
import { stateWords, vendorState } from './vendorWords';

let server: ReturnType<typeof fakeServer>;
let page: Page;

beforeEach(() => {
  page = aProvidersPage();
  server = fakeServer(({ method, url }) => {
    if (url.endsWith('/test')) return { body: { ok: false, message: 'Aqua does not take this key.' } };
    if (method === 'PUT' || method === 'DELETE') return { status: 204 };
    return { body: page };
  });
});
afterEach(() => vi.unstubAllGlobals());

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <ProvidersPage />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const card = async (name: string) => within(await screen.findByRole('article', { name }));

describe('a vendor', () => {
  it('shows its state, limits and month', async () => {
    page.vendors = [
      aVendor({ running: 2, waiting: 3, minute: 52, month_usd: 9, month_limit_usd: 10, down_s: 24 }),
    ];
    show();
    const frames = await card('Frames Inc.');
    expect(frames.getByText(/Down, tried again in 2\d s/u)).toBeInTheDocument();
    expect(frames.getByText('3 in line')).toBeInTheDocument();
    expect(frames.getByRole('meter', { name: 'This minute' })).toHaveAttribute('aria-valuetext', '52 of 60');
    expect(frames.getByText(/^87 %/u)).toBeInTheDocument();
    expect(frames.getByText("90 % of this month's limit is used")).toBeInTheDocument();
  });

  it('takes a key, tests it, and never shows it again', async () => {
    show();
    const aqua = await card('Aqua');
    await userEvent.click(aqua.getByRole('button', { name: 'Enter key' }));
    const field = aqua.getByLabelText('Key of Aqua', { selector: 'input' });
    expect(field).toHaveAttribute('type', 'password');
    await userEvent.type(field, 'aq_secret{Enter}');
    expect(await aqua.findByText('Aqua does not take this key.')).toBeInTheDocument();
    expect(server.asked).toContainEqual({
      method: 'PUT',
      url: '/api/providers/aqua/key',
      body: { key: 'aq_secret' },
    });
    expect(document.body.innerHTML).not.toContain('aq_secret');
  });

  it('asks before a key is removed', async () => {
    show();
    await userEvent.click((await card('Frames Inc.')).getByRole('button', { name: 'Remove' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Remove the key of Frames Inc.?' }));
    expect(dialog.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove key' }));
    await waitFor(() => expect(server.requests()).toContain('DELETE /api/providers/frames/key'));
  });

  it('leaves keys of the environment alone, and keys to the owner', async () => {
    page = aProvidersPage({ may_edit: false, vendors: [aVendor({ key: 'environment' })] });
    show();
    const frames = await card('Frames Inc.');
    expect(frames.getByText('From the environment, FRAMES_API_KEY')).toBeInTheDocument();
    expect(frames.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('models', () => {
  it('say what they cost and why they can not be chosen', async () => {
    page.models.push(aModel({ id: 'x', title: 'Old', ends_on: '2027-01-06', notice: 'Ends on 2027-01-06.' }));
    show();
    const ocean = within(await screen.findByRole('row', { name: /^Ocean/u }));
    expect(ocean.getByText(/There is no key for Aqua/u)).toBeInTheDocument();
    const old = within(screen.getByRole('row', { name: /^Old/u }));
    expect(old.getByText('Ends on Jan 6, 2027')).toBeInTheDocument();
  });

  it('are filtered by kind', async () => {
    show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Text' }));
    expect(screen.queryByRole('row', { name: /^Reel/u })).not.toBeInTheDocument();
    expect(screen.getByRole('row', { name: /^Quill/u })).toBeInTheDocument();
  });
});

describe('the page', () => {
  it('says what went wrong and tries again', async () => {
    const working = server.answer;
    server.answer = () => ({ status: 500, body: { code: 'x', detail: 'The registry could not be read.' } });
    show();
    expect(await screen.findByText('The registry could not be read.')).toBeInTheDocument();
    server.answer = working;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await card('Frames Inc.');
  });
});

describe('vendorState', () => {
  it('counts down from when it was read', () => {
    const slow = aVendor({ slow_s: 12 });
    expect(stateWords(vendorState(slow, 4))).toBe('Asked to slow down, 8 s more');
    expect(stateWords(vendorState(slow, 12))).toBe('Ready');
    expect(stateWords(vendorState(aVendor({ key: 'none', down_s: 9 }), 0))).toBe('No key');
  });
});
