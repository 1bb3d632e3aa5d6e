import type { Lock, Mode, Stage, StageState, Style } from '@/api/types';

/** `1 frame`, `3 frames`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : plural}`;
}

/** `4A`, `4A and 4B`, `4A, 4B and 5A`. */
export function listOf(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${ending}`;
}

/** First letter in upper case, the rest as it is. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  story: 'Story',
  references: 'References',
  storyboard: 'Storyboard',
  video: 'Video',
};

/** What the items of a stage are called: one, many. */
export const STAGE_ITEMS: Readonly<Record<Stage, readonly [string, string]>> = {
  story: ['story', 'stories'],
  references: ['reference', 'references'],
  storyboard: ['frame', 'frames'],
  video: ['clip', 'clips'],
};

/** `3 frames`, `1 clip`. */
export function countItems(count: number, stage: Stage): string {
  const [one, many] = STAGE_ITEMS[stage];
  return countOf(count, one, many);
}

/** Parts of a picture that can be kept in every later plan. */
export const LOCK_NAMES: Readonly<Record<Lock, string>> = {
  face: 'Face and hair',
  outfit: 'Outfit',
  composition: 'Composition',
  palette: 'Palette',
  text: 'Lettering',
};
export const LOCKS = Object.keys(LOCK_NAMES) as Lock[];

export const STYLE_NAMES: Readonly<Record<Style, string>> = {
  gouache: 'Gouache',
  ink: 'Ink',
  poster: 'Poster',
  pencil: 'Pencil',
  noir: 'Noir',
};

export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  interactive: 'Stop after each stage',
  automatic: 'Straight through',
};

/** `MK` of "Maren Kvist", `M` of "maren@example.org". */
export function initialsOf(name: string): string {
  const words = name.split('@')[0]?.split(/\s+/u).filter(Boolean) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.charAt(0) ?? '',
  );
  return letters.join('').toUpperCase();
}

/** What a stage is at, in two words: `in review`, `making`, `approved`. */
export const STATE_NAMES: Readonly<Record<StageState, string>> = {
  locked: 'locked',
  ready: 'ready to make',
  making: 'making',
  review: 'in review',
  approved: 'approved',
  lapsed: 'approval lapsed',
};
