import clsx from 'clsx';
import type { Score } from '@/api/types';

/** Where in a picture a score was measured, as shares: left, top, right, bottom. */
export type Region = NonNullable<Score['region']>;

interface ScoreListProps {
  scores: readonly Score[];
  /** Shows where a score was measured while it is pointed at or has the focus; null takes it away. */
  onRegion?: ((region: Region | null) => void) | undefined;
}

/** What was measured of a take: value, scale and method, and where. */
export function ScoreList({ scores, onRegion }: ScoreListProps) {
  return (
    <ul className="flex flex-col">
      {scores.map((score) => (
        <ScoreLine key={score.name} score={score} onRegion={onRegion} />
      ))}
    </ul>
  );
}

function ScoreLine({
  score,
  onRegion,
}: {
  score: Score;
  onRegion: ((region: Region | null) => void) | undefined;
}) {
  const { value, region } = score;
  const show = (on: boolean) => () => onRegion?.(on ? region : null);
  const content = (
    <>
      <span className="flex justify-between gap-3">
        <b className="font-semibold">{score.name}</b>
        {value === null ? (
          <span className="text-tx-3">not measured</span>
        ) : (
          <b className="num font-semibold">{Math.round(value)}</b>
        )}
      </span>
      {value !== null && score.scale === '0 to 100' && (
        <span aria-hidden className="mt-1 block h-[5px] overflow-hidden rounded-xs bg-press">
          <span
            className="block h-full bg-tx-2"
            style={{ width: `${String(Math.min(100, Math.max(0, value)))}%` }}
          />
        </span>
      )}
      <span className="mt-1 block text-meta text-tx-3">
        {value === null ? score.method : `${score.scale}. ${score.method}`}
      </span>
    </>
  );
  const look = 'block w-full pb-2.5 text-left';
  return (
    <li>
      {region && onRegion ? (
        <button
          type="button"
          onPointerEnter={show(true)}
          onPointerLeave={show(false)}
          onFocus={show(true)}
          onBlur={show(false)}
          className={clsx(look, 'rounded-tag hover:bg-hover')}
        >
          {content}
          <span className="block text-meta text-tx-2">Point here to see where in the picture.</span>
        </button>
      ) : (
        <div className={look}>{content}</div>
      )}
    </li>
  );
}
