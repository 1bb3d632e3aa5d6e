import type { Item, Project, Take } from '@/api/types';
import { editOf } from './api';

/** A run of an edit: which operation it is and which take was edited. */
export interface Run {
  readonly operation: string;
  readonly base: number;
  readonly startedAt: string;
}

/** How a run stands for one item. */
export interface RunState {
  readonly takes: readonly Take[];
  /** Candidates still under way. */
  readonly waiting: number;
  /** What went wrong, one sentence each; the same one only once. */
  readonly problems: readonly string[];
  readonly over: boolean;
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'];

/** What a candidate is called: A, B, C. */
export const letterOf = (index: number) => LETTERS[index] ?? String(index + 1);

/** The run that a request began: the newest edit of the item in the answered snapshot. */
export function runOf(project: Project, item: string, base: number): Run | null {
  const begun = project.operations.findLast(
    (operation) => operation.kind === 'edit' && operation.items.some((work) => work.item === item),
  );
  return begun ? { operation: begun.id, base, startedAt: begun.created_at } : null;
}

/** What has come of a run for an item. Blends made since are among its takes. */
export function stateOf(project: Project, item: Item, run: Run, base = run.base): RunState {
  const operation = project.operations.find(({ id }) => id === run.operation);
  const works = operation?.items.filter((work) => work.item === item.id) ?? [];
  const takes = item.takes.filter(
    (take) => take.origin === 'edit' && take.parent === base && take.created_at >= run.startedAt,
  );
  const waiting = works.filter(({ status }) => status === 'queued' || status === 'running').length;
  const problems = works.filter(({ status }) => status === 'failed').map(({ message }) => message);
  return { takes, waiting, problems: [...new Set(problems)], over: operation !== undefined && waiting === 0 };
}

/** How much of a candidate is the same as the picture it was made from. */
export interface Untouched {
  /** Pixels outside the soft edge that were compared and are bit-identical. */
  readonly same: number;
  readonly percent: string;
  readonly checked: boolean;
  readonly changed: number;
}

/** The share of pixels that were compared with the parent and are the same; null where none were. */
export function untouchedOf(take: Take): Untouched | null {
  const edit = editOf(take);
  if (!edit || !take.media) return null;
  const all = take.media.width * take.media.height;
  if (all === 0 || edit.untouched === 0) return null;
  const percent = ((edit.untouched - edit.changed) / all) * 100;
  // Rounded down: 99.96 % must not read as all of it.
  const shown = (Math.floor(percent * 10) / 10).toFixed(1);
  return {
    same: edit.untouched - edit.changed,
    percent: shown,
    checked: edit.changed === 0,
    changed: edit.changed,
  };
}

/** How well the border of the mask is hidden, in words; 1 is as strong as beside it. */
export function seamWords(seam: number | null): string {
  if (seam === null) return 'Seam not measured';
  const figure = seam.toFixed(2);
  if (seam < 1.3) return `Seam ${figure}, hidden`;
  return seam < 2 ? `Seam ${figure}, faint` : `Seam ${figure}, visible`;
}
