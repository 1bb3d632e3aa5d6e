import type { Score } from '@/api/types';
import { LOW_SCORE } from '@/shared/lib/scores';
import { Tag } from './Tag';
import { Tooltip } from './Tooltip';

/** A measured score: "Match 82". Method and scale are in the tooltip; "not measured" says why there. */
export function Badge({ score }: { score: Score }) {
  const measured = score.value !== null;
  const low = score.scale === '0 to 100' && (score.value ?? LOW_SCORE) < LOW_SCORE;
  const words = measured
    ? `${score.name} ${String(Math.round(score.value ?? 0))}${low ? ', low' : ''}`
    : `${score.name} not measured`;
  return (
    <Tooltip text={measured ? `${score.scale}. ${score.method}` : score.method}>
      <span>
        <Tag tone={measured ? 'plain' : 'bare'}>
          <span className="num">{words}</span>
        </Tag>
      </span>
    </Tooltip>
  );
}
