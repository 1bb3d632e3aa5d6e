import type { Score } from '@/api/types';
import { Tag } from './Tag';
import { Tooltip } from './Tooltip';

/** A measured score: "Match 82". Method and scale are in the tooltip; "not measured" says why there. */
export function Badge({ score }: { score: Score }) {
  const measured = score.value !== null;
  const words = measured
    ? `${score.name} ${String(Math.round(score.value ?? 0))}`
    : `${score.name} not measured`;
  return (
    <Tooltip text={measured ? `${score.method}, ${score.scale}` : score.method}>
      <span>
        <Tag tone={measured ? 'plain' : 'bare'}>
          <span className="num">{words}</span>
        </Tag>
      </span>
    </Tooltip>
  );
}
