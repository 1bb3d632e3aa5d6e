import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProjectCard } from '@/api/types';
import { Toaster, TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { aCard, aProject, aSetup } from '@/test/fixtures';
import { HomePage } from './HomePage';

let server: ReturnType<typeof fakeServer>;
let cards: ProjectCard[];

beforeEach(() => {
  cards = [
    aCard(),
    aCard({ id: 'prj_salt', title: 'Salt Road', stale: 0, failed: 0, working: true, stage: 'video' }),
  ];
  server = fakeServer(({ method, url }) => {
    if (method === 'DELETE') {
      cards = cards.filter((card) => !url.endsWith(card.id));
      return { status: 204 };
    }
    if (method === 'POST') return { body: aProject() };
    return { body: { projects: cards, next_cursor: null, counts: { all: cards.length, needs_you: 1 } } };
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(search = '') {
  const onCreated = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <HomePage setup={aSetup()} search={search} composer={null} onCreated={onCreated} />
          <Toaster />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { onCreated };
}

const tile = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title });
  const article = heading.closest('article');
  if (!article) throw new Error(`${title} is not in a tile`);
  return within(article);
};

describe('gallery', () => {
  it('says where each project is and what it needs', async () => {
    show();
    const ferry = await tile('First Ferry');
    expect(ferry.getByText('Storyboard, in review')).toBeInTheDocument();
    expect(ferry.getByText('2 stale')).toBeInTheDocument();
    expect(ferry.getByText('1 failed')).toBeInTheDocument();
    expect(ferry.getByText('$1.86 spent')).toBeInTheDocument();
    expect(ferry.getByRole('link', { name: 'First Ferry' })).toHaveAttribute(
      'href',
      '/projects/prj_ferry/storyboard',
    );
    expect((await tile('Salt Road')).getByText('Video, making')).toBeInTheDocument();
  });

  it('asks for what the filter and the search say', async () => {
    show('ferry');
    await tile('First Ferry');
    await userEvent.click(screen.getByRole('radio', { name: /^Needs you/u }));
    await waitFor(() =>
      expect(server.requests()).toContain('GET /api/projects?query=ferry&status=needs_you&sort=updated'),
    );
  });

  it('deletes at once and takes it back from the toast', async () => {
    show();
    await userEvent.click((await tile('Salt Road')).getByRole('button', { name: 'More for Salt Road' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect(await screen.findByText('Salt Road was deleted.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Salt Road' })).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.requests()).toContain('POST /api/projects/prj_salt/restore'));
  });

  it('says what to do when there is nothing', async () => {
    cards = [];
    show();
    expect(
      await screen.findByText('No projects yet. Write a brief, or run an example for free.'),
    ).toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    const working = server.answer;
    server.answer = () => ({ status: 500, body: { code: 'x', detail: 'The list could not be read.' } });
    show();
    expect(await screen.findByText('The list could not be read.')).toBeInTheDocument();
    server.answer = working;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await tile('First Ferry');
  });
});

describe('examples', () => {
  it('start a project with their brief', async () => {
    const { onCreated } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Run A product, quietly' }));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      brief: { duration_s: 15 },
    });
  });
});
