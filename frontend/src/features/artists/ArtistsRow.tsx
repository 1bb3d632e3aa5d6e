import { ChevronDown } from 'lucide-react';
import type { Model, ModelEstimates, Stage } from '@/api/types';
import { STAGES } from '@/api/types';
import { modelsFor, modelTitle, onceToLikely, REHEARSAL, type Artists } from '@/shared/lib/artists';
import { formatWait } from '@/shared/lib/time';
import { STAGE_NAMES } from '@/shared/lib/words';
import { ArtistPicker } from './ArtistPicker';
import type { Quote } from './ModelList';

interface ArtistsRowProps {
  models: readonly Model[];
  artists: Artists;
  onChange: (artists: Artists) => void;
  /** Prices of whole stages by model; undefined while they are on their way. */
  prices: ModelEstimates | undefined;
}

/** Who makes each of the four stages, with what it costs and takes. */
export function ArtistsRow({ models, artists, onChange, prices }: ArtistsRowProps) {
  return (
    <div
      role="group"
      aria-label="Artists"
      className="mx-px grid grid-cols-2 gap-px border-t border-line bg-line sm:grid-cols-4"
    >
      {STAGES.map((stage) => (
        <Cell
          key={stage}
          stage={stage}
          models={models}
          value={artists[stage]}
          onChange={(id) => onChange({ ...artists, [stage]: id })}
          quote={(id) => stageQuote(prices, stage, id)}
        />
      ))}
    </div>
  );
}

interface CellProps {
  stage: Stage;
  models: readonly Model[];
  value: string;
  onChange: (id: string) => void;
  quote: (id: string) => Quote | undefined;
}

function Cell({ stage, models, value, onChange, quote }: CellProps) {
  const now = quote(value);
  const title = modelTitle(models, value);
  return (
    <ArtistPicker
      label={`Who makes the ${stage}`}
      models={modelsFor(models, stage)}
      value={value}
      onChange={onChange}
      quote={quote}
      unit="whole stage"
      trigger={
        <button
          type="button"
          className="group min-w-0 bg-panel px-4 py-2 text-left -outline-offset-2 transition-colors duration-[80ms] hover:bg-raised data-[state=open]:bg-raised"
        >
          <span className="flex items-center gap-1 text-meta text-tx-3">
            <span className="flex-1">
              {STAGE_NAMES[stage]}
              <span className="sr-only">: </span>
            </span>
            <ChevronDown aria-hidden size={13} strokeWidth={1.75} className="group-hover:text-tx-2" />
          </span>
          <span className="block truncate font-medium">{title}</span>
          <span className="num block min-h-4 truncate text-meta text-tx-2">
            {now && (
              <>
                <span className="sr-only">, </span>
                {now.price}
                <span className="text-tx-3">, {now.wait}</span>
              </>
            )}
          </span>
        </button>
      }
    />
  );
}

/** What a whole stage costs and takes with a model. */
export function stageQuote(prices: ModelEstimates | undefined, stage: Stage, id: string): Quote | undefined {
  const estimate = prices?.[stage][id];
  if (!estimate) return undefined;
  return {
    price: id === REHEARSAL ? 'free, here' : onceToLikely(estimate),
    wait: formatWait(estimate.seconds_min, estimate.seconds_max),
  };
}
