import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeServer';
import type { FilmRequest } from '@/api/types';
import { aProject } from '@/test/fixtures';
import { aFilmPrice, aProvidersPage, someModelPrices } from '@/test/moneyFixtures';
import { BriefComposer } from './BriefComposer';
import { briefProblem, EMPTY_BRIEF, lengthOf, toRequest } from './briefForm';

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer(({ method, url, body }) => {
    if (url === '/api/providers') return { body: aProvidersPage() };
    if (url === '/api/estimates/models') return { body: someModelPrices() };
    if (url === '/api/estimates') return { body: aFilmPrice((body as FilmRequest).providers) };
    return method === 'POST' ? { status: 201, body: aProject() } : { status: 404 };
  });
});
afterEach(() => vi.unstubAllGlobals());

function show() {
  const onCreated = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <BriefComposer onCreated={onCreated} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { onCreated };
}

const created = () => server.asked.find(({ url }) => url === '/api/projects')?.body;
const field = () => screen.getByRole('textbox', { name: 'What are we making?' });

describe('BriefComposer', () => {
  it('sends the brief with what was chosen in its chips', async () => {
    const { onCreated } = show();
    await userEvent.type(field(), 'A quiet film about a ferry.');
    await userEvent.click(screen.getByRole('button', { name: 'Length: 30 s' }));
    await userEvent.click(screen.getByRole('radio', { name: '15 s' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Style: Gouache' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Noir' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Write the story, free' }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(created()).toMatchObject({
      brief: { prompt: 'A quiet film about a ferry.', duration_s: 15, style: 'noir', aspect_ratio: '16:9' },
      mode: 'interactive',
    });
  });

  it('says what is missing instead of sending nothing', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Write the story, free' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The brief is empty.');
    expect(field()).toHaveFocus();
    expect(created()).toBeUndefined();
  });

  it('offers a budget only where money is spent', async () => {
    show();
    expect(screen.queryByRole('button', { name: 'No budget set' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('radio', { name: 'Draft' }));
    await userEvent.click(screen.getByRole('button', { name: 'No budget set' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Budget, US dollars' }), 'lots');
    expect(screen.getByRole('alert')).toHaveTextContent('The budget is an amount in dollars');
  });

  it('prices the whole film, and its first step on the button', async () => {
    show();
    await waitFor(() => expect(screen.getByText(/Whole film/u)).toHaveTextContent('Whole film free'));
    await userEvent.click(await screen.findByRole('radio', { name: 'Final' }));
    expect(await screen.findByText('$3.00 to $4.50')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Write the story, \$0\.02/u })).toBeInTheDocument();
  });

  it('sends who makes each stage', async () => {
    const { onCreated } = show();
    await userEvent.type(field(), 'A ferry.');
    await userEvent.click(await screen.findByRole('button', { name: /^Video\W+Rehearsal/u }));
    const list = within(screen.getByRole('listbox', { name: 'Who makes the video' }));
    expect(list.getByRole('option', { name: /^Rehearsal/u })).toHaveAttribute('aria-selected', 'true');
    const dear = list.getByRole('option', { name: /^Ocean.*There is no key for Aqua/u });
    expect(dear).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(dear);
    await userEvent.click(list.getByRole('option', { name: /^Reel\W+Frames Inc\.\W+\$1\.80 to \$2\.70/u }));
    expect(screen.getByRole('button', { name: /^Video\W+Reel/u })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Write the story, free/u }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(created()).toMatchObject({ providers: { story: 'rehearsal', video: 'frames/reel' } });
  });

  it('warns where the film is likely to pass the budget', async () => {
    show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Final' }));
    await userEvent.click(screen.getByRole('button', { name: 'No budget set' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Budget, US dollars' }), '4');
    expect(await screen.findByText(/Likely to pass the budget of \$4/u)).toBeInTheDocument();
  });
});

describe('briefProblem', () => {
  const form = { ...EMPTY_BRIEF, prompt: 'A ferry' };
  it.each([
    [{ seconds: 4 }, 'A film lasts from 5 to 180 whole seconds.'],
    [{ seconds: 30.5 }, 'A film lasts from 5 to 180 whole seconds.'],
    [{ budget: 'lots' }, 'The budget is an amount in dollars, as 12 or 12.50.'],
    [{ prompt: 'x'.repeat(10_001) }, 'The brief has 10,001 characters; the most is 10,000.'],
    [{ budget: '$12.50' }, undefined],
  ])('%j', (part, problem) => {
    expect(briefProblem({ ...form, ...part })).toBe(problem);
  });

  it('takes the length from the text until one is chosen', () => {
    const named = { ...form, prompt: 'A 20 second film about a ferry' };
    expect(lengthOf(form)).toBe(30);
    expect(lengthOf(named)).toBe(20);
    expect(lengthOf({ ...named, prompt: 'A 900 second film' })).toBe(30);
    expect(toRequest({ ...named, seconds: 60 }).brief.duration_s).toBe(60);
  });

  it('leaves the budget open when none was typed', () => {
    expect(toRequest(form).budget_usd).toBeNull();
    expect(toRequest({ ...form, budget: '$12' }).budget_usd).toBe(12);
  });
});
