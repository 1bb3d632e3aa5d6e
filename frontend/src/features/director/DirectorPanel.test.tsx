import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection, ProjectLive } from '@/api/live';
import type { Project } from '@/api/types';
import { projectKey } from '@/api/useProject';
import { shortcuts } from '@/shared/lib/keys';
import { TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { aNote, anOperation, aPlan, aProject } from '@/test/fixtures';
import { DirectorPanel } from './DirectorPanel';

const quiet = (connection: Connection = { status: 'live', missed: 0 }): ProjectLive => ({
  connection,
  missedCount: 0,
  progressOf: () => undefined,
  replyOf: () => undefined,
  waitingOf: () => undefined,
  tryNow: vi.fn(),
  clearMissed: vi.fn(),
});

interface Shown {
  project?: Project;
  live?: ProjectLive;
  selected?: string[];
}

const wait = async () => {
  await new Promise((done) => setTimeout(done, 0));
};

function show({ project = aProject(), live = quiet(), selected = [] }: Shown = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(projectKey(project.id), project);
  const clear = vi.fn();
  const panel = (chosen: string[], now: ProjectLive) => (
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <DirectorPanel
            project={project}
            stage="storyboard"
            live={now}
            selected={chosen}
            clear={clear}
            setSelected={vi.fn()}
          />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>
  );
  const view = render(panel(selected, live));
  return {
    clear,
    select: (chosen: string[]) => view.rerender(panel(chosen, live)),
    become: (now: ProjectLive) => view.rerender(panel(selected, now)),
  };
}

let server: ReturnType<typeof fakeServer>;

const answerNote = () => ({ body: { note: aNote({ id: 'note_2', plan: null }), reply: '', plan: null } });

beforeEach(() => {
  server = fakeServer(() => ({ body: aProject() }));
  window.matchMedia = (query: string) =>
    ({
      matches: query.includes('73.75rem'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});
afterEach(() => vi.unstubAllGlobals());

describe('plan', () => {
  it('shows what it changes, keeps, costs and makes stale', () => {
    show();
    const plan = within(screen.getByRole('region', { name: 'Plan, 3 frames' }));
    expect(plan.getByText('not applied')).toBeInTheDocument();
    expect(plan.getByText('Light and colour: pre-dawn, colder')).toBeInTheDocument();
    expect(plan.getByText('Framing, poses, cast, the other 7 frames')).toBeInTheDocument();
    expect(plan.getByText('3 × $0.04, 35 to 60 s', { exact: false })).toBeInTheDocument();
    expect(plan.getByText('Nothing')).toBeInTheDocument();
  });

  it('applies with Ctrl+Enter', async () => {
    show();
    expect(screen.getByRole('button', { name: 'Apply, $0.12' })).toBeInTheDocument();
    shortcuts.handle(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true }));
    await waitFor(() =>
      expect(server.requests()).toContain('POST /api/projects/prj_ferry/plans/plan_1/apply'),
    );
  });

  it('is edited item by item, and its price follows', async () => {
    server.answer = ({ url }) => ({ body: url.endsWith('/apply') ? aProject() : aPlan() });
    show();
    const plan = within(screen.getByRole('region', { name: 'Plan, 3 frames' }));
    await userEvent.click(plan.getByRole('button', { name: 'Edit' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Frame 5A' }));
    await userEvent.click(screen.getByRole('button', { name: 'Apply, $0.08' }));
    await waitFor(() => expect(server.requests().some((request) => request.endsWith('/apply'))).toBe(true));
    expect(server.asked[0]).toMatchObject({
      method: 'PATCH',
      body: { items: ['frame_shot_4a', 'frame_shot_4b'], instruction: null },
    });
  });

  it('offers several ways with their prices, and takes the chosen one', async () => {
    const { price } = aPlan();
    const options = [
      { label: 'Adjust here', changes: [], price: { ...price, usd_min: 0, usd_max: 0, seconds_max: 0 } },
      { label: 'Draw again', changes: [], price },
    ];
    server.answer = () => ({ body: aPlan({ options, option: 1 }) });
    show({ project: aProject({ plans: [aPlan({ options })] }) });
    expect(screen.getByText('free, at once')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Draw again' }));
    await waitFor(() => expect(server.asked[0]).toMatchObject({ method: 'PATCH', body: { option: 1 } }));
  });

  it('takes an applied one back, by its button and by Alt+Z, and says why it can not', async () => {
    server.answer = () => ({
      status: 409,
      body: { code: 'not_undoable', detail: 'Frame 4A was changed since.' },
    });
    show({ project: aProject({ plans: [aPlan({ state: 'applied', operation: null, can_undo: true })] }) });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Frame 4A was changed since.')).toBeInTheDocument();
    shortcuts.handle(new KeyboardEvent('keydown', { key: 'z', altKey: true, cancelable: true }));
    await waitFor(() =>
      expect(server.requests().filter((request) => request.endsWith('/plans/plan_1/undo'))).toHaveLength(2),
    );
  });

  it('says why it is out of date and offers to refresh it', () => {
    const plan = aPlan({ state: 'outdated', outdated_because: 'Frame 4A has a new take.' });
    show({ project: aProject({ plans: [plan] }) });
    expect(screen.getByText('Frame 4A has a new take.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Refresh plan, free' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Apply/u })).not.toBeInTheDocument();
  });

  it('counts what is done while it is applied', () => {
    const operation = anOperation({
      id: 'op_plan',
      items: [
        { item: 'frame_shot_4a', status: 'succeeded', message: '' },
        { item: 'frame_shot_4b', status: 'running', message: '' },
        { item: 'frame_shot_5a', status: 'queued', message: '' },
      ],
    });
    const plans = [aPlan({ state: 'applied', operation: 'op_plan' })];
    show({ project: aProject({ plans, operations: [operation] }) });
    expect(screen.getByText('Applying 2 of 3')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '33');
    expect(screen.getByRole('button', { name: 'Cancel the other 2' })).toBeInTheDocument();
  });

  it('folds to one line when it is used, and names what failed', () => {
    const operation = anOperation({
      id: 'op_plan',
      status: 'failed',
      cost_usd: 0.08,
      finished_at: '2026-11-20T10:11:41Z',
      items: [
        { item: 'frame_shot_4a', status: 'succeeded', message: '' },
        { item: 'frame_shot_4b', status: 'failed', message: 'timed out after 90 s. Not charged.' },
      ],
    });
    const plans = [aPlan({ state: 'applied', operation: 'op_plan' })];
    show({ project: aProject({ plans, operations: [operation] }) });
    expect(screen.getByText('1 of 2 made')).toBeInTheDocument();
    expect(screen.getByText('$0.08, 41 s')).toBeInTheDocument();
    expect(screen.getByText('4B failed: timed out after 90 s. Not charged.')).toBeInTheDocument();
  });

  it('asks for a higher budget instead of going over it', async () => {
    show({
      project: aProject({
        spend: { spent_usd: 11.9, held_usd: 0.04, unknown_usd: 0, near: true, budget_usd: 12 },
      }),
    });
    await userEvent.click(screen.getByRole('button', { name: /^Raise budget to apply/u }));
    expect(screen.getByRole('dialog', { name: 'Raise the budget?' })).toBeInTheDocument();
    expect(screen.getByLabelText('New budget, US dollars')).toHaveValue('13');
    expect(server.asked).toEqual([]);
  });
});

describe('reply', () => {
  it('grows while it is written', () => {
    const note = aNote({ reply: '', reply_state: 'writing', replied_at: null, plan: null });
    const live = { ...quiet(), replyOf: () => 'I would keep the cat.' };
    show({ project: aProject({ notes: [note], plans: [] }), live });
    const conversation = within(screen.getByRole('region', { name: 'Conversation' }));
    expect(conversation.getByText('I would keep the cat.')).toBeInTheDocument();
  });

  it('is asked for again when it failed', async () => {
    const note = aNote({ reply: '', reply_state: 'failed', replied_at: null, plan: null });
    server.answer = answerNote;
    show({ project: aProject({ notes: [note], plans: [] }) });
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await waitFor(() => expect(server.asked[0]?.body).toMatchObject({ text: note.text, items: note.items }));
  });
});

describe('composer', () => {
  const field = () => screen.getByRole('textbox', { name: 'Note to the director' });
  const about = () =>
    screen
      .queryAllByRole('button', { name: /^Leave out/u })
      .map((button) => button.getAttribute('aria-label'));

  it('is about the selection until the first letter, then keeps it', async () => {
    const { select } = show({ selected: ['frame_shot_4a'] });
    expect(about()).toEqual(['Leave out 4A']);
    select(['frame_shot_4b']);
    expect(about()).toEqual(['Leave out 4B']);
    await userEvent.type(field(), 'Colder');
    select(['frame_shot_5a']);
    expect(about()).toEqual(['Leave out 4B']);
    await userEvent.clear(field());
    expect(about()).toEqual(['Leave out 5A']);
  });

  it('sends with Enter and breaks the line with Shift+Enter', async () => {
    server.answer = answerNote;
    show({ selected: ['frame_shot_4a'] });
    await userEvent.type(field(), 'One{Shift>}{Enter}{/Shift}two{Enter}');
    await waitFor(() => expect(server.requests()[0]).toBe('POST /api/projects/prj_ferry/notes?wait=false'));
    expect(server.asked[0]?.body).toEqual({
      text: 'One\ntwo',
      stage: 'storyboard',
      items: ['frame_shot_4a'],
    });
    expect(field()).toHaveValue('');
  });

  it('keeps a draft for the tab', async () => {
    show();
    await userEvent.type(field(), 'Less slogan');
    expect(sessionStorage.getItem('dailies.note.prj_ferry')).toContain('Less slogan');
  });

  it('brings back the last note with the up arrow', async () => {
    show();
    await userEvent.type(field(), '{ArrowUp}');
    expect(field()).toHaveValue(aNote().text);
    expect(about()).toEqual(['Leave out 4A', 'Leave out 4B', 'Leave out 5A']);
  });

  it('says that a note was not sent and sends it again', async () => {
    server.answer = () => ({
      status: 503,
      body: { code: 'busy', detail: 'The studio is busy.', status: 503 },
    });
    show();
    await userEvent.type(field(), 'Colder{Enter}');
    expect(await screen.findByText('Not sent. The studio is busy.')).toBeInTheDocument();
    server.answer = answerNote;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/^Not sent/u)).not.toBeInTheDocument());
  });

  it('holds notes while the connection is away', async () => {
    server.answer = answerNote;
    const { become } = show({ live: quiet({ status: 'reconnecting', retryAt: Date.now() + 3000 }) });
    await userEvent.type(field(), 'Colder{Enter}');
    await wait();
    expect(screen.getByText('Will be sent')).toBeInTheDocument();
    expect(server.asked).toEqual([]);
    become(quiet());
    await waitFor(() => expect(server.requests()[0]).toContain('/notes'));
  });
});

describe('connection', () => {
  it('counts down and tries at once', async () => {
    const live = quiet({ status: 'reconnecting', retryAt: Date.now() + 2600 });
    show({ live });
    expect(screen.getByText('Trying again in 3 s.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(live.tryNow).toHaveBeenCalled();
  });

  it('tells what came in while it was away', () => {
    show({ live: { ...quiet(), missedCount: 7 } });
    expect(screen.getByText('7 changes came in while you were away.')).toBeInTheDocument();
  });

  it('hides with a key, and then counts waiting plans', async () => {
    show();
    shortcuts.handle(new KeyboardEvent('keydown', { key: '\\', cancelable: true }));
    expect(await screen.findByRole('button', { name: 'Show the director, 1 waiting' })).toBeInTheDocument();
  });
});
