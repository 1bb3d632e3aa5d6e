import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/client';
import type { Model } from '@/api/types';
import { Slider } from './Slider';
import { ToolRail } from './ToolRail';
import { TooltipProvider } from '@/shared/ui';
import { Trouble } from './Trouble';
import { WordSelect } from './WordSelect';
import { WipeHandle } from './WipeHandle';

describe('the wipe', () => {
  it('is a slider that goes by arrow keys', () => {
    const onMove = vi.fn();
    render(<WipeHandle at={0.5} left={0} width={400} onMove={onMove} />);
    const slider = screen.getByRole('slider', { name: 'Border between before and after' });
    fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    fireEvent.keyDown(slider, { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(slider, { key: 'End' });
    expect(onMove.mock.calls.flat()).toEqual([0.49, 0.6, 1]);
    expect(slider).toHaveAttribute('aria-valuetext', '50 percent before');
  });
});

describe('a slider', () => {
  it('gives small sizes room, and says its value with the unit', () => {
    const onChange = vi.fn();
    render(<Slider label="Size" value={60} min={1} max={500} unit="px" curved onChange={onChange} />);
    const slider = screen.getByRole('slider', { name: 'Size' });
    expect(slider).toHaveAttribute('aria-valuetext', '60 px');
    fireEvent.change(slider, { target: { value: '500' } });
    expect(onChange).toHaveBeenCalledWith(110);
  });
});

describe('the tools', () => {
  it('have names and tell which one is on', async () => {
    const onTool = vi.fn();
    render(
      <TooltipProvider>
        <ToolRail tool="brush" onTool={onTool} />
      </TooltipProvider>,
    );
    expect(screen.getByRole('radio', { name: /Brush/u })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /Lasso/u }));
    expect(onTool).toHaveBeenCalledWith('lasso');
  });
});

describe('select by words', () => {
  const model = { title: 'Grounded SAM', price: '$0.007 a picture' } as Model;

  it('shows its price, finds what is named, and says where it fails', async () => {
    const detail = 'Grounded SAM found no red hat in the picture.';
    const onFind = vi
      .fn<(words: string, signal: AbortSignal) => Promise<void>>()
      .mockRejectedValueOnce(new ApiProblem({ code: 'nothing_found', detail, status: 502 }))
      .mockResolvedValueOnce();
    render(<WordSelect model={model} onFind={onFind} />);
    expect(screen.getByText('Grounded SAM, $0.007 a picture')).toBeInTheDocument();
    const find = screen.getByRole('button', { name: 'Find' });
    expect(find).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: 'Select by words' }), ' red hat {Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(`${detail} The mask is kept.`);
    await userEvent.click(find);
    expect(onFind.mock.calls.map(([words]) => words)).toEqual(['red hat', 'red hat']);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('trouble', () => {
  const show = (problem: unknown, failed: string[] = []) => {
    const verbs = { onRetry: vi.fn(), onRehearse: vi.fn(), onDismiss: vi.fn() };
    render(
      <MemoryRouter>
        <Trouble problem={problem} failed={failed} {...verbs} />
      </MemoryRouter>,
    );
    return verbs;
  };

  it('says what the vendor said and offers to try again', async () => {
    const verbs = show(null, ['Refused: "knife". Not charged.']);
    expect(screen.getByRole('alert')).toHaveTextContent('Refused: "knife". Not charged.');
    expect(screen.getByRole('alert')).toHaveTextContent('Mask and words are kept.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(verbs.onRetry).toHaveBeenCalled();
  });

  it('leads to the providers when the key is missing', () => {
    show(new ApiProblem({ code: 'key_missing', detail: 'There is no key for Aqua.', status: 409 }));
    expect(screen.getByRole('link', { name: 'Enter the key' })).toHaveAttribute('href', '/providers');
    expect(screen.getByRole('button', { name: 'Go on with rehearsal, free' })).toBeInTheDocument();
  });
});
