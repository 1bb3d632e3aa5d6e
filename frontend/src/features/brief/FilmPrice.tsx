import { Link } from 'react-router';
import type { FilmEstimate, Model } from '@/api/types';
import { allRehearsed, onceToLikely, type Artists } from '@/shared/lib/artists';
import { formatBudget } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';

interface FilmPriceProps {
  film: FilmEstimate | undefined;
  artists: Artists;
  models: readonly Model[];
  /** The budget typed, where the film is likely to pass it. */
  passed: number | null;
}

/** What the whole film costs and takes: once through, to what it usually comes to. */
export function FilmPrice({ film, artists, models, passed }: FilmPriceProps) {
  const rehearsed = allRehearsed(artists);
  const keyless = models.length > 0 && !models.some(({ usable }) => usable);
  return (
    <p className="num min-w-44 flex-1 text-small text-tx-3" aria-live="polite">
      {film ? (
        <>
          Whole film <b className="font-semibold text-tx">{rehearsed ? 'free' : onceToLikely(film.total)}</b>,{' '}
          {formatWait(film.total.seconds_min, film.total.seconds_max)}
          {!rehearsed && passed === null && (
            <span className="block text-meta">Once through, to usual with repeats</span>
          )}
        </>
      ) : (
        'Whole film'
      )}
      {passed !== null && (
        <span className="block text-meta text-stale">
          Likely to pass the budget of {formatBudget(passed)}. Work stops there.
        </span>
      )}
      {rehearsed && keyless && (
        <span className="block text-meta">
          Real models need a key:{' '}
          <Link to="/providers" className="text-ac-hi underline underline-offset-2">
            Providers
          </Link>
        </span>
      )}
    </p>
  );
}
