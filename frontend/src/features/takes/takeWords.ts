import type { Take } from '@/api/types';
import { REHEARSAL } from '@/shared/lib/artists';
import { formatUsd } from '@/shared/lib/money';
import { mainScore } from '@/shared/lib/scores';

/** Where a take came from, as its line in the strip: the note that made it, or who did. */
export function originWords(take: Take): string {
  switch (take.origin) {
    case 'generated':
      return take.number === 1 ? 'First draft' : 'Made again';
    case 'note':
    case 'edit':
      return take.note ? `“${take.note}”` : 'Edited';
    case 'adjust':
      return take.note ? `Adjusted: ${take.note}` : 'Adjusted';
    case 'upload':
      return 'Uploaded';
    case 'hand':
      return 'By hand';
  }
}

/** Which take it was made from: "from take 2"; "" where there is none. */
export function fromWords({ parent }: Take): string {
  return parent === null ? '' : `from take ${String(parent)}`;
}

/** Who made a take, and what it cost: "rehearsal", "$0.04, replicate nano-banana", "you, free". */
export function makerWords(take: Take): string {
  if (take.origin === 'upload' || take.origin === 'hand' || take.origin === 'adjust') return 'you, free';
  if (take.provider === REHEARSAL) return REHEARSAL;
  if (!take.model) return '';
  return `${formatUsd(take.cost_usd)}, ${take.provider} ${take.model.split('/').at(-1) ?? take.model}`;
}

/** The main score in a few words: "Match 88", "not measured"; "" when there is none. */
export function scoreWords(take: Take): string {
  if (take.scoring === 'waiting') return 'measuring';
  const score = mainScore(take);
  if (!score) return '';
  if (score.value === null) return 'not measured';
  const name = score === take.overall ? '' : `${score.name} `;
  return `${name}${String(Math.round(score.value))}`;
}
