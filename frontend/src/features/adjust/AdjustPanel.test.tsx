import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/shared/ui';
import { fakeServer } from '@/test/fakeServer';
import { anItem, aTake } from '@/test/fixtures';
import { AdjustPanel } from './AdjustPanel';
import { NEUTRAL } from './adjustment';

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer(() => ({ body: 'a picture' }));
  URL.createObjectURL = () => 'blob:look';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

function show(item = anItem()) {
  const onSave = vi.fn();
  const onClose = vi.fn();
  render(
    <TooltipProvider>
      <AdjustPanel projectId="p" items={[item]} onClose={onClose} onSave={onSave} />
    </TooltipProvider>,
  );
  return { onSave, onClose, user: userEvent.setup(), item };
}

const save = () => screen.getByRole('button', { name: /^Make take/u });

describe('AdjustPanel', () => {
  it('looks at every change and makes a take of the last', async () => {
    const { onSave, user, item } = show();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    fireEvent.change(screen.getByRole('slider', { name: 'Exposure' }), { target: { value: '0.5' } });
    await waitFor(() =>
      expect(screen.getByRole('img', { name: '4A, adjusted' })).toHaveAttribute('src', 'blob:look'),
    );
    expect(server.asked.at(-1)).toMatchObject({
      url: '/api/projects/p/items/frame_4a/adjust/look',
      body: { adjustment: { ...NEUTRAL, exposure: 0.5 }, take: 1 },
    });
    await user.click(save());
    expect(onSave).toHaveBeenCalledExactlyOnceWith([item], { ...NEUTRAL, exposure: 0.5 }, 1);
  });

  it('crops with the arrow keys, flips, and goes back to nothing', async () => {
    const { user, onSave } = show();
    await user.click(screen.getByRole('button', { name: /^Crop/u }));
    screen.getByRole('button', { name: 'Crop, bottom right' }).focus();
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(screen.getByText(/keeps 90 % by 90 %/u)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Flip/u }));
    expect(screen.getByRole('button', { name: /^Flip/u })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: /^Reset all/u }));
    await user.click(save());
    expect(onSave).not.toHaveBeenCalled();
  });

  it('opens an adjusted take as it was left', () => {
    const takes = [
      aTake({ number: 1 }),
      aTake({ number: 2, origin: 'adjust', parent: 1, adjustment: { ...NEUTRAL, saturation: -0.4 } }),
    ];
    show(anItem({ takes, selected: 2 }));
    expect(screen.getByRole('slider', { name: 'Saturation' })).toHaveValue('-0.4');
    expect(screen.getByText(/^Opened again, from take 1/u)).toBeInTheDocument();
  });

  it('says why there is no look', async () => {
    server.answer = () => ({ status: 422, body: { code: 'crop_too_small', detail: 'So little is left.' } });
    show();
    fireEvent.change(screen.getByRole('slider', { name: 'Tint' }), { target: { value: '0.2' } });
    expect(await screen.findByText('So little is left.')).toBeInTheDocument();
  });
});
