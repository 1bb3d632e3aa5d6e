import { Brush } from 'lucide-react';
import type { Project, Stage } from '@/api/types';
import { useModelPrices } from '@/api/useFilmPrices';
import { useProviders } from '@/api/useProviders';
import { ArtistPicker } from '@/features/artists/ArtistPicker';
import type { Quote } from '@/features/artists/ModelList';
import { modelsFor, modelTitle, perItem, REHEARSAL } from '@/shared/lib/artists';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { STAGE_ITEMS } from '@/shared/lib/words';
import { Button } from '@/shared/ui';
import type { ProjectActions } from './useProjectActions';

/** Estimates hold the longest of a range that ends a fifth above the usual time. */
const LONGEST_OF_USUAL = 1.2;

interface StageArtistProps {
  project: Project;
  stage: Stage;
  actions: ProjectActions;
}

/** Who makes this stage from now on. The takes there are stay as they are. */
export function StageArtist({ project, stage, actions }: StageArtistProps) {
  const models = useProviders().data?.models ?? [];
  const { duration_s, aspect_ratio } = project.brief;
  const prices = useModelPrices({ duration_s, aspect_ratio }).data;
  const value = project.providers[stage];
  const title = modelTitle(models, value);
  const quote = (id: string): Quote | undefined => {
    const estimate = prices?.[stage][id];
    if (!estimate) return undefined;
    const { usd, usdMax } = perItem(estimate);
    const usual = estimate.seconds_max / LONGEST_OF_USUAL / Math.max(1, estimate.items);
    return {
      price: id === REHEARSAL ? 'free, here' : formatUsd(usd, usdMax),
      wait: `about ${formatWait(usual)}`,
    };
  };
  return (
    <ArtistPicker
      label={`Who makes the ${stage}`}
      models={modelsFor(models, stage)}
      value={value}
      onChange={(id) => {
        actions.change({ providers: { [stage]: id } });
      }}
      quote={quote}
      unit={`each ${STAGE_ITEMS[stage][0]}`}
      align="end"
      remark="Takes made from now on come from here; the ones there are stay. A stage can be rehearsed first and shot later with the same plan."
      trigger={
        <Button
          size="compact"
          variant="ghost"
          icon={<Brush aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />}
          aria-label={`Artist of the ${stage}: ${title}`}
          className="shrink-0 data-[state=open]:bg-press data-[state=open]:text-tx"
        >
          <span className="block max-w-28 truncate xl:max-w-40">{title}</span>
        </Button>
      }
    />
  );
}
