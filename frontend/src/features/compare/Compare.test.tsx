import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/shared/ui';
import { anItem, aPicture, aTake } from '@/test/fixtures';
import { Compare } from './Compare';
import { pairOf } from './comparePair';
import { differingShare } from './pixelDifference';
import { takeText } from './takeText';

const takes = [1, 2, 3].map((number) =>
  aTake({
    number,
    id: `take_${String(number)}`,
    media: aPicture(`4A${String(number)}`),
    prompt: number === 3 ? 'A ferry in a yellow fog' : 'A ferry in a red fog',
  }),
);
const item = anItem({ takes, selected: 3 });

function show() {
  const pair = pairOf([item]);
  if (!pair) throw new Error('no pair');
  const actions = { onPick: vi.fn(), onClose: vi.fn() };
  render(
    <TooltipProvider>
      <Compare pair={pair} {...actions} sourcePicture={() => undefined} posterOf={() => undefined} />
    </TooltipProvider>,
  );
  return { ...actions, user: userEvent.setup() };
}

const picture = (name: string) => screen.queryByRole('img', { name });

describe('Compare', () => {
  it('marks what the two prompts do not share', () => {
    show();
    expect(screen.getByText('yellow').closest('ins')).toBeInTheDocument();
    expect(screen.getByText('Differs from take 2 in 1 word')).toBeInTheDocument();
  });

  it('puts any take in the place of B, and with Shift of A', async () => {
    const { user } = show();
    await user.click(screen.getByRole('button', { name: 'Take 1' }));
    expect(picture('B, Take 1')).toBeInTheDocument();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'Take 3 , in use' }));
    await user.keyboard('{/Shift}');
    expect(picture('A, Take 3')).toBeInTheDocument();
    expect(picture('B, Take 1')).toBeInTheDocument();
  });

  it('shows the difference, and A alone while O is held', async () => {
    const { user } = show();
    await user.click(screen.getByRole('radio', { name: 'Difference' }));
    expect(screen.getByText('Difference is being measured.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show 4 times as strong' }));
    expect(screen.getByRole('button', { name: 'Show 4 times as strong' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    fireEvent.keyDown(window, { key: 'o' });
    expect(picture('4A, take 2')).toBeInTheDocument();
    expect(picture('B, Take 3')).not.toBeInTheDocument();
    fireEvent.keyUp(window, { key: 'o' });
    expect(picture('B, Take 3')).toBeInTheDocument();
  });

  it('uses the take that is not in use', async () => {
    const { user, onPick, onClose } = show();
    await user.click(screen.getByRole('button', { name: /^Use take 2, free/u }));
    expect(onPick).toHaveBeenCalledWith(item, 2);
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('differingShare', () => {
  it('counts pixels that differ visibly', () => {
    const plain = new Uint8ClampedArray([10, 10, 10, 255, 20, 20, 20, 255]);
    const near = new Uint8ClampedArray([12, 10, 10, 255, 20, 90, 20, 255]);
    expect(differingShare(plain, plain)).toBe(0);
    expect(differingShare(plain, near)).toBe(0.5);
  });
});

describe('takeText', () => {
  it('has all that is known of a take', () => {
    const text = takeText(item, takes[2] ?? aTake());
    expect(text).toContain('Prompt: A ferry in a yellow fog');
    expect(text).toContain('Match: 82 (0 to 100).');
    expect(text).toContain('Seed: 41');
  });
});
