import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RatingForm } from './RatingForm';

describe('a rating', () => {
  it('is sent when both questions are answered', async () => {
    const onRate = vi.fn();
    render(<RatingForm busy={false} onRate={onRate} onLater={vi.fn()} />);
    await userEvent.click(screen.getByRole('radio', { name: '4 stars' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(onRate).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('radio', { name: '9 of 10' }));
    await userEvent.type(screen.getByRole('textbox'), 'Quick.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(onRate).toHaveBeenCalledExactlyOnceWith({ stars: 4, recommend: 9, comment: 'Quick.' });
  });
});
