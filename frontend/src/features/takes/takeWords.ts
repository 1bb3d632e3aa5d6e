import type { Take } from '@/api/types';
import { REHEARSAL } from '@/shared/lib/artists';
import { formatUsd } from '@/shared/lib/money';

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

/** Who made a take: "rehearsal", "$0.04, replicate nano-banana"; "" for what was uploaded or made by hand. */
export function makerWords(take: Take): string {
  if (take.origin === 'upload' || take.origin === 'hand' || take.origin === 'adjust') return '';
  if (take.provider === REHEARSAL) return REHEARSAL;
  if (!take.model) return '';
  return `${formatUsd(take.cost_usd)}, ${take.provider} ${take.model.split('/').at(-1) ?? take.model}`;
}

/** The first score in a few words: "Match 88", "not measured"; "" when there is none. */
export function scoreWords(take: Take): string {
  const score = take.scores[0];
  if (!score) return '';
  return score.value === null ? 'not measured' : `${score.name} ${String(Math.round(score.value))}`;
}
