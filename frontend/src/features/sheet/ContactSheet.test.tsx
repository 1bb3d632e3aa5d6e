import { createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Item } from '@/api/types';
import { changeSelection, NOTHING_SELECTED, type SelectionChange } from '@/shared/lib/selection';
import { TooltipProvider } from '@/shared/ui';
import { aProject } from '@/test/fixtures';
import { ContactSheet } from './ContactSheet';

const frames = aProject().items.filter(({ kind }) => kind === 'frame');
const ids = frames.map(({ id }) => id);

function Sheet(actions: {
  onEnlarge: (item: Item) => void;
  onRetry: (item: Item) => void;
  onUpload: (item: Item, file: File) => void;
  onPeek: (item: Item) => void;
  onPlace: (item: Item, before: Item | null) => void;
}) {
  const [selection, setSelection] = useState({ ...NOTHING_SELECTED, focused: ids[0] ?? null });
  return (
    <TooltipProvider>
      <ContactSheet
        label="Frames"
        items={frames}
        cardWidth={232}
        look={(item) => ({
          edge: { name: item.code, isCode: true },
          ratio: 16 / 9,
          lockedBecause: '',
          poster: undefined,
        })}
        progressOf={() => undefined}
        waitingOf={() => undefined}
        vendor=""
        selection={selection}
        onChange={(change: SelectionChange) => {
          setSelection((last) => changeSelection(last, change, ids));
        }}
        onRenew={vi.fn()}
        onCancel={vi.fn()}
        onCheck={vi.fn()}
        onBudget={vi.fn()}
        {...actions}
      />
    </TooltipProvider>
  );
}

function show() {
  const actions = {
    onEnlarge: vi.fn(),
    onRetry: vi.fn(),
    onUpload: vi.fn(),
    onPeek: vi.fn(),
    onPlace: vi.fn(),
  };
  render(<Sheet {...actions} />);
  return {
    ...actions,
    user: userEvent.setup(),
    card: (code: string) => screen.getByRole('gridcell', { name: new RegExp(`^Frame ${code}`) }),
  };
}

const selected = () => screen.getAllByRole('gridcell', { selected: true }).map((cell) => cell.dataset.item);

describe('ContactSheet', () => {
  it('has one card in the tab order and moves it with the arrows', async () => {
    const { user, card } = show();
    await user.tab();
    expect(card('1A')).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    // Four columns: below 1B is 4B.
    expect(card('4B')).toHaveFocus();
  });

  it('selects with X, a range with Shift and arrows, all with Ctrl+A', async () => {
    const { user } = show();
    await user.tab();
    await user.keyboard('x');
    expect(selected()).toEqual(['frame_shot_1a']);
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(selected()).toEqual(['frame_shot_1a', 'frame_shot_1b', 'frame_shot_2a']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(frames.length);
    await user.keyboard('{Escape}');
    expect(screen.queryAllByRole('gridcell', { selected: true })).toHaveLength(0);
  });

  it('selects with a click, a range with Shift and click, one more with Ctrl and click', async () => {
    const { user, card } = show();
    await user.click(card('4A'));
    await user.keyboard('{Shift>}');
    await user.click(card('5A'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['frame_shot_4a', 'frame_shot_4b', 'frame_shot_5a']);
    await user.keyboard('{Control>}');
    await user.click(card('6A'));
    await user.keyboard('{/Control}');
    expect(selected()).toContain('frame_shot_6a');
  });

  it('enlarges with Enter and does not when a button in the card is pressed', async () => {
    const { user, card, onEnlarge, onRetry } = show();
    await user.click(card('5B'));
    await user.keyboard('{Enter}');
    expect(onEnlarge).toHaveBeenCalledOnce();
    await user.click(within(card('5B')).getByRole('button', { name: /Retry, \$0\.04/ }));
    expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ code: '5B' }));
    expect(onEnlarge).toHaveBeenCalledOnce();
  });

  it('compares with the take before with Space, and selects with Ctrl and Space', async () => {
    const { user, onPeek } = show();
    await user.tab();
    await user.keyboard(' ');
    expect(onPeek).toHaveBeenCalledWith(expect.objectContaining({ code: '1A' }));
    await user.keyboard('{Control>} {/Control}');
    expect(selected()).toEqual(['frame_shot_1a']);
  });

  it('puts a dragged card before or after the one it is dropped on', () => {
    const { card, onPlace } = show();
    const dataTransfer = { types: [], setData: vi.fn(), effectAllowed: '' };
    fireEvent.dragStart(card('1A'), { dataTransfer });
    fireEvent.dragOver(card('4A'), { dataTransfer });
    fireEvent.drop(card('4A'), { dataTransfer });
    expect(onPlace).toHaveBeenLastCalledWith(
      expect.objectContaining({ code: '1A' }),
      expect.objectContaining({ code: '4A' }),
    );
    fireEvent.dragStart(card('1A'), { dataTransfer });
    // jsdom gives a drag no place: this one is held over the right half.
    const over = createEvent.dragOver(card('6B'), { dataTransfer });
    Object.defineProperty(over, 'clientX', { value: 1 });
    fireEvent(card('6B'), over);
    fireEvent.drop(card('6B'), { dataTransfer });
    expect(onPlace).toHaveBeenLastCalledWith(expect.objectContaining({ code: '1A' }), null);
  });

  it('says why a frame is stale, failed or on its way', () => {
    const { card } = show();
    expect(card('2A')).toHaveTextContent('Stale: Harbour is now take 3');
    expect(card('2A')).toHaveTextContent('Renew, $0.04');
    expect(card('5B')).toHaveTextContent('Not made');
    expect(card('5B')).toHaveTextContent('Not charged.');
    expect(card('6B')).toHaveTextContent('Drawing, 62 %');
    expect(within(card('6B')).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '62');
  });

  it('takes a pasted picture for the card in focus', async () => {
    const { user, card, onUpload } = show();
    await user.click(card('4A'));
    const picture = new File(['x'], 'boat.png', { type: 'image/png' });
    await user.paste({ files: [picture], types: ['Files'], getData: () => '' } as unknown as DataTransfer);
    expect(onUpload).toHaveBeenCalledWith(expect.objectContaining({ code: '4A' }), picture);
  });
});
