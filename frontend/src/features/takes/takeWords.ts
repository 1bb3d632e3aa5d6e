import type { Take } from '@/api/types';

/** Where a take came from, as its line in the strip: the note that made it, or who did. */
export function originWords(take: Take): string {
  switch (take.origin) {
    case 'generated':
      return take.number === 1 ? 'First draft' : 'Made again';
    case 'note':
    case 'edit':
      return take.note ? `“${take.note}”` : 'Edited';
    case 'adjust':
      return 'Adjusted';
    case 'upload':
      return 'Uploaded';
    case 'hand':
      return 'By hand';
  }
}

/** The first score in a few words: "Match 88", "not measured"; "" when there is none. */
export function scoreWords(take: Take): string {
  const score = take.scores[0];
  if (!score) return '';
  return score.value === null ? 'not measured' : `${score.name} ${String(Math.round(score.value))}`;
}
