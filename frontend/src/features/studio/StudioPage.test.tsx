import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure, Project } from '@/api/types';
import { projectKey, useProject } from '@/api/useProject';
import { Toaster, TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { aProject } from '@/test/fixtures';
import { aLedger, aProvidersPage, someModelPrices } from '@/test/moneyFixtures';
import { StudioPage } from './StudioPage';

const FRAME = 'frame_shot_5b';

const quiet = {
  connection: { status: 'live', missed: 0 } as const,
  missedCount: 0,
  progressOf: () => undefined,
  replyOf: () => undefined,
  waitingOf: () => undefined,
  tryNow: vi.fn(),
  clearMissed: vi.fn(),
};

let server: ReturnType<typeof fakeServer>;
let project: Project;
/** What the server says to the next change of the project. */
let refusal: { status: number; body: unknown } | null;

/** The project on Canvas, with frame 5B failed like this. */
function failedWith(failure: Partial<Failure>): Project {
  const base = aProject();
  return {
    ...base,
    providers: { ...base.providers, storyboard: 'frames/canvas' },
    items: base.items.map((item) =>
      item.id === FRAME && item.failure ? { ...item, failure: { ...item.failure, ...failure } } : item,
    ),
  };
}

beforeEach(() => {
  vi.stubGlobal(
    'WebSocket',
    class {
      close() {
        return undefined;
      }
    },
  );
  project = aProject();
  refusal = null;
  server = fakeServer(({ method, url, body }) => {
    if (url === '/api/providers') return { body: aProvidersPage() };
    if (url === '/api/estimates/models') return { body: someModelPrices() };
    if (url.startsWith('/api/ledger')) return { body: aLedger() };
    if (method === 'POST' && refusal) {
      const answer = refusal;
      refusal = null;
      return answer;
    }
    if (method === 'PATCH') {
      project = { ...project, revision: project.revision + 1, last_seq: project.last_seq + 1 };
      const { budget_usd } = body as { budget_usd?: number };
      if (budget_usd) project = { ...project, spend: { ...project.spend, budget_usd } };
    }
    return { body: project };
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The page as its route shows it: with the project as it is now. */
function Live() {
  const { project: shown } = useProject(project.id);
  return (
    shown && (
      <StudioPage project={shown} live={quiet} stage="storyboard" account={null} director={() => null} />
    )
  );
}

function show(now: Project) {
  project = now;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(projectKey(project.id), project);
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <Live />
          <Toaster />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const card = () => within(screen.getByRole('gridcell', { name: /^Frame 5B/u }));
const changes = () =>
  server.asked.filter(({ method, url }) => method !== 'GET' && url.startsWith('/api/projects'));
const posts = () => changes().map(({ method, url }) => `${method} ${url}`);

describe('the artist of a stage', () => {
  it('is chosen from a list with the price of each item', async () => {
    show(aProject());
    await userEvent.click(await screen.findByRole('button', { name: 'Artist of the storyboard: Rehearsal' }));
    const list = within(screen.getByRole('listbox', { name: 'Who makes the storyboard' }));
    const canvas = await list.findByRole('option', { name: /^Canvas.*\$0\.09/u });
    expect(list.getByRole('option', { selected: true })).toHaveFocus();
    await userEvent.keyboard('{End}{Enter}');
    expect(canvas).not.toBeInTheDocument();
    await waitFor(() =>
      expect(server.asked).toContainEqual({
        method: 'PATCH',
        url: '/api/projects/prj_ferry',
        body: { providers: { storyboard: 'frames/canvas' } },
      }),
    );
  });
});

describe('a failed call', () => {
  it('of which nobody knows whether it was charged is checked before it is sent again', async () => {
    show(failedWith({ code: 'outcome_unknown', charged: null, message: 'Not known.' }));
    await waitFor(() =>
      expect(
        screen.getByRole('gridcell', { name: /Frames Inc. may have taken the job/u }),
      ).toBeInTheDocument(),
    );
    await userEvent.click(card().getByRole('button', { name: 'Try again, $0.04' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Try 5B again, and risk paying twice?' }));
    const check = dialog.getByRole('button', { name: 'Check first, free' });
    expect(check).toHaveFocus();
    await userEvent.click(check);
    await waitFor(() => expect(posts()).toContain('POST /api/projects/prj_ferry/operations/op_board/check'));
    expect(posts().some((request) => request.endsWith('/regenerate'))).toBe(false);
  });

  it('for want of a key leads to the providers', async () => {
    show(failedWith({ code: 'vendor_key_rejected', message: 'Frames Inc. does not take this key.' }));
    expect(await card().findByRole('link', { name: 'Providers' })).toHaveAttribute('href', '/providers');
  });

  it("keeps the vendor's words where it was refused", async () => {
    show(failedWith({ code: 'content_refused', message: 'Refused: "hands, knife". Not charged.' }));
    expect(await card().findByText('Refused: "hands, knife". Not charged.')).toBeInTheDocument();
  });
});

describe('the budget', () => {
  const stopped = {
    status: 402,
    body: { code: 'budget_exceeded', detail: 'This needs $0.08 and $0.01 is left.' },
  };

  it('is raised where it stopped a verb, which then runs on the new revision', async () => {
    const board = aProject();
    show({
      ...board,
      stages: board.stages.map((stage) =>
        stage.name === 'storyboard' ? { ...stage, state: 'ready', made: 0, failed: 0 } : stage,
      ),
    });
    refusal = stopped;
    await userEvent.click(screen.getByRole('button', { name: /^Make the storyboard, \$0\.08/u }));
    expect(await screen.findByText('This needs $0.08 and $0.01 is left.')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'New budget, US dollars' });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, '20');
    await userEvent.click(screen.getByRole('button', { name: 'Raise and go on' }));
    await waitFor(() => expect(changes()).toHaveLength(3));
    const [first, patch, again] = changes();
    expect(first?.body).toEqual({ revision: 12 });
    expect(patch?.body).toEqual({ budget_usd: 20 });
    expect(again?.body).toEqual({ revision: 13 });
    expect(screen.queryByRole('form', { name: 'Raise the budget' })).not.toBeInTheDocument();
  });

  it('is shown with what is spent, held and unknown, and set from the meter', async () => {
    const base = aProject();
    show({ ...base, spend: { ...base.spend, spent_usd: 10, unknown_usd: 0.5, near: true } });
    const meter = screen.getByRole('button', { name: /^Money/u });
    expect(meter).toHaveTextContent('$1.46 of $12 left');
    await userEvent.click(meter);
    const panel = within(screen.getByRole('dialog', { name: 'Money of this project' }));
    expect(await panel.findByRole('row', { name: /^Video 3 calls \$0\.60/u })).toBeInTheDocument();
    expect(panel.getByText('Unknown, until checked at the vendor')).toBeInTheDocument();
    expect(panel.getByRole('link', { name: /ledger/u })).toHaveAttribute('href', '/ledger?project=prj_ferry');
    const field = panel.getByRole('textbox', { name: /Budget of this project/u });
    await userEvent.clear(field);
    await userEvent.click(panel.getByRole('button', { name: 'Remove limit' }));
    await waitFor(() =>
      expect(server.asked).toContainEqual({
        method: 'PATCH',
        url: '/api/projects/prj_ferry',
        body: { budget_usd: null },
      }),
    );
  });
});
