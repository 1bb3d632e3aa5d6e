import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { aProject } from '@/test/fixtures';
import { aProvidersPage } from '@/test/moneyFixtures';
import { CrewDialog } from './CrewDialog';

const { models } = aProvidersPage();
const crew = aProject().providers;

function open(problem?: string) {
  const told = { change: vi.fn(), again: vi.fn(), close: vi.fn() };
  render(
    <MemoryRouter>
      <CrewDialog
        models={models}
        crew={crew}
        problem={problem}
        onTryAgain={told.again}
        onChange={told.change}
        onClose={told.close}
      />
    </MemoryRouter>,
  );
  return told;
}

describe('who works on a film', () => {
  it('offers models of the right kind with their price rule, and takes the choice', async () => {
    const told = open();
    await userEvent.click(screen.getByRole('button', { name: 'Director: Rehearsal' }));
    const list = screen.getByRole('listbox', { name: /^Director/u });
    const text = models.filter(({ kind }) => kind === 'text');
    expect(within(list).getAllByRole('option')).toHaveLength(text.length + 1);
    const usable = text.find((model) => model.usable);
    if (!usable) throw new Error('the fixtures have a usable text model');
    const option = within(list).getByRole('option', { name: new RegExp(usable.title, 'u') });
    expect(option.textContent.toLowerCase()).toContain(usable.price.toLowerCase());
    await userEvent.click(option);
    expect(told.change).toHaveBeenCalledExactlyOnceWith({ director: usable.id });
  });

  it('says why there is no list, and tries again', async () => {
    const told = open('The studio does not answer.');
    expect(screen.queryByRole('button', { name: /^Director/u })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('The studio does not answer.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(told.again).toHaveBeenCalledOnce();
  });
});
