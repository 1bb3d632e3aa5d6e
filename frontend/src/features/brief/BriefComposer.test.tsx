import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/test/fakeServer';
import { aProject } from '@/test/fixtures';
import { BriefComposer } from './BriefComposer';
import { briefProblem, EMPTY_BRIEF, lengthOf, toRequest } from './briefForm';

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer(() => ({ status: 201, body: aProject() }));
});
afterEach(() => vi.unstubAllGlobals());

function show(rehearsal = true) {
  const onCreated = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BriefComposer rehearsal={rehearsal} onCreated={onCreated} />
    </QueryClientProvider>,
  );
  return { onCreated };
}

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
    expect(server.asked[0]?.body).toMatchObject({
      brief: { prompt: 'A quiet film about a ferry.', duration_s: 15, style: 'noir', aspect_ratio: '16:9' },
      mode: 'interactive',
    });
  });

  it('says what is missing instead of sending nothing', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Write the story, free' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The brief is empty.');
    expect(field()).toHaveFocus();
    expect(server.asked).toEqual([]);
  });

  it('offers a budget only where money is spent', () => {
    show(false);
    expect(screen.getByRole('button', { name: 'No budget set' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Write the story' })).toBeInTheDocument();
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
