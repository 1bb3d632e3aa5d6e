import { useProviders } from '@/api/useProviders';
import { useFilmPrice, useModelPrices } from '@/api/useFilmPrices';
import { sayProblem } from '@/api/client';
import { ArtistsRow } from '@/features/artists/ArtistsRow';
import { allRehearsed, type Artists } from '@/shared/lib/artists';
import { Button } from '@/shared/ui';
import { budgetOf, lengthOf, lengthFits, type BriefForm } from './briefForm';

/** What a brief's artists can be and cost, as far as it is known. */
export function useArtists(form: BriefForm) {
  const providers = useProviders();
  const size = { duration_s: lengthOf(form), aspect_ratio: form.aspect };
  const fits = lengthFits(form);
  return {
    models: providers.data?.models ?? [],
    problem: providers.isError ? sayProblem(providers.error) : undefined,
    tryAgain: () => void providers.refetch(),
    prices: useModelPrices(size, fits).data,
    film: useFilmPrice(size, form.artists, fits).data,
  };
}

type BriefArtists = ReturnType<typeof useArtists>;

interface SectionProps {
  form: BriefForm;
  artists: BriefArtists;
  onChange: (artists: Artists) => void;
}

/** Who makes each stage of the film; says so where the list could not be read. */
export function ArtistsSection({ form, artists, onChange }: SectionProps) {
  if (artists.problem !== undefined) {
    return (
      <p
        role="alert"
        className="flex items-center gap-3 border-t border-line px-4 py-2.5 text-small text-fail"
      >
        <span className="flex-1">{artists.problem}</span>
        <Button size="compact" onClick={artists.tryAgain}>
          Try again
        </Button>
      </p>
    );
  }
  return (
    <ArtistsRow models={artists.models} artists={form.artists} onChange={onChange} prices={artists.prices} />
  );
}

/** Is the film likely to cost more than the budget that was typed. */
export function passesBudget(form: BriefForm, artists: BriefArtists): boolean {
  const budget = budgetOf(form);
  const total = artists.film?.total;
  if (typeof budget !== 'number' || !total || allRehearsed(form.artists)) return false;
  return Math.max(total.usd_likely, total.usd_max) > budget;
}
