import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DiffText, TooltipProvider } from '@/shared/ui';
import { aStory, aTake } from '@/test/fixtures';
import { comparedTake, sceneChanged, storyBefore, storyChange } from './storyDiff';
import { StoryView } from './StoryView';

const changed = structuredClone(aStory);
changed.logline = changed.logline.replace('told in', 'told with a stowaway cat in');

function show() {
  const onEdit = vi.fn();
  render(
    <TooltipProvider>
      <StoryView story={aStory} before={null} pictureOf={() => undefined} disabled={false} onEdit={onEdit} />
    </TooltipProvider>,
  );
  return { onEdit, user: userEvent.setup() };
}

describe('StoryView', () => {
  it('saves changed words with Enter', async () => {
    const { onEdit, user } = show();
    await user.click(screen.getByRole('button', { name: /^Title: First Ferry/ }));
    await user.keyboard('Last Ferry{Enter}');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith([{ op: 'story', title: 'Last Ferry' }]);
  });

  it('takes an edit back with Esc, and saves nothing that is the same or empty', async () => {
    const { onEdit, user } = show();
    const title = () => screen.getByRole('button', { name: /^Title: First Ferry/ });
    await user.click(title());
    await user.keyboard('Something else{Escape}');
    await user.click(title());
    await user.keyboard('{Backspace}{Enter}');
    expect(title()).toHaveFocus();
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('changes the length of a shot by half seconds', async () => {
    const { onEdit, user } = show();
    await user.click(screen.getByRole('button', { name: /^Seconds of 1A/ }));
    await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith([{ op: 'shot', id: 'shot_1a', seconds: 3.5 }]);
  });

  it('moves a shot with Alt and the arrows', async () => {
    const { onEdit, user } = show();
    screen.getByRole('button', { name: /^What happens in 1B/ }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith([{ op: 'move_shot', id: 'shot_1b', after: '' }]);
  });
});

describe('changes between takes', () => {
  it('are counted in words and marked in the text', () => {
    expect(storyChange(aStory, changed)).toEqual({ added: 4, removed: 0 });
    render(<DiffText before="a dog barks" after="a cat barks" />);
    expect(screen.getByText('cat').tagName).toBe('INS');
    expect(screen.getByText('dog').tagName).toBe('DEL');
    expect(screen.getByText('removed:')).toBeInTheDocument();
  });

  it('find the scenes that are different', () => {
    const other = structuredClone(aStory);
    const changed = other.scenes[1]?.shots[0];
    if (changed) changed.seconds = 5;
    const before = storyBefore(aStory);
    expect(other.scenes.map((scene) => sceneChanged(scene, before))).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are against the parent, else the take before', () => {
    const takes = [1, 2, 3].map((number) => aTake({ number, parent: number === 3 ? 1 : null }));
    expect(takes.map((take) => comparedTake(takes, take)?.number)).toEqual([undefined, 1, 1]);
  });
});
