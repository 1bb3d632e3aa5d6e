import type { Item } from '@/api/types';
import { placeBefore, shiftShot, shotIds } from '@/features/storyboard/shotEdits';
import type { ProjectActions } from '../useProjectActions';

/** What can be done with the shots of frames: each is a hand edit of the story, free, with an undo. */
export interface ShotTools {
  /** Undefined at the film's ends. */
  shift: (frame: Item, step: -1 | 1) => (() => void) | undefined;
  /** Puts a frame's shot before another's, or last. */
  place: (frame: Item, before: Item | null) => void;
  duplicate: (frame: Item) => void;
  remove: (frames: readonly Item[]) => void;
}

/** The shot tools of a board. */
export function shotTools(frames: readonly Item[], editStory: ProjectActions['editStory']): ShotTools {
  return {
    shift: (frame, step) => {
      const edit = shiftShot(frames, frame, step);
      if (!edit) return undefined;
      return () => {
        editStory([edit], `${frame.code} moved ${step < 0 ? 'earlier' : 'later'}.`);
      };
    },
    place: (frame, before) => {
      const edit = frame.shot && placeBefore(shotIds(frames), frame.shot, before?.shot ?? null);
      if (edit) editStory([edit], `${frame.code} moved.`);
    },
    duplicate: (frame) => {
      if (frame.shot === null) return;
      editStory([{ op: 'duplicate_shot', id: frame.shot }], `A shot like ${frame.code} comes after it.`);
    },
    remove: (chosen) => {
      const edits = shotIds(chosen).map((id) => ({ op: 'remove_shot' as const, id }));
      const [first] = chosen;
      if (edits.length === 0 || !first) return;
      const what = chosen.length === 1 ? `Shot ${first.code} is` : `${String(chosen.length)} shots are`;
      editStory(edits, `${what} out of the film.`);
    },
  };
}
