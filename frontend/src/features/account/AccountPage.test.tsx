import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '@/api/types';
import { TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { AccountPage } from './AccountPage';

const me: Me = {
  id: 'owner',
  name: 'Maren',
  email: 'maren@example.org',
  role: 'owner',
  has_password: true,
  plan: '',
  created_at: '2026-11-20T10:00:00Z',
};

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer(({ method }) =>
    method === 'PATCH'
      ? { status: 403, body: { code: 'wrong_password', detail: 'The current password is not right.' } }
      : { body: [] },
  );
});
afterEach(() => vi.unstubAllGlobals());

function show(who: Me) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <AccountPage me={who} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

describe('sign-in', () => {
  it('is changed with the current password, and says where that was wrong', async () => {
    show(me);
    await userEvent.type(screen.getByLabelText('New password'), 'a long new one');
    await userEvent.type(screen.getByLabelText('Current password'), 'a guess');
    await userEvent.click(screen.getByRole('button', { name: 'Save sign-in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not the current password.');
    expect(server.asked.find(({ method }) => method === 'PATCH')?.body).toEqual({
      email: 'maren@example.org',
      password: 'a long new one',
      current_password: 'a guess',
    });
    await userEvent.type(screen.getByLabelText('Current password'), 'x');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks for none where there is none yet', () => {
    show({ ...me, has_password: false });
    expect(screen.queryByLabelText('Current password')).not.toBeInTheDocument();
  });
});
