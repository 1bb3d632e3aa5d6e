import { ChevronDown } from 'lucide-react';
import type { Crew, Model } from '@/api/types';
import { modelsFor, modelTitle, PART_NAMES, PART_WORK, PARTS } from '@/shared/lib/artists';
import { Button, Dialog } from '@/shared/ui';
import { ArtistPicker } from './ArtistPicker';

interface CrewDialogProps {
  models: readonly Model[];
  crew: Crew;
  /** Why the models can't be listed; undefined where they can. */
  problem: string | undefined;
  onTryAgain: () => void;
  onChange: (change: Partial<Crew>) => void;
  onClose: () => void;
}

/** Who does each part of the work on a film, the parts beside the four stages included. */
export function CrewDialog({ models, crew, problem, onTryAgain, onChange, onClose }: CrewDialogProps) {
  return (
    <Dialog
      open
      title="Who works on this film"
      description="Takes made from now on come from here; the ones there are stay."
      onOpenChange={onClose}
      className="!w-[min(36rem,calc(100vw-2rem))]"
      actions={<Button onClick={onClose}>Done</Button>}
    >
      {problem === undefined ? (
        <ul className="mt-4 border-t border-line">
          {PARTS.map((part) => (
            <li
              key={part}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5 sm:flex-nowrap"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{PART_NAMES[part]}</span>
                <span className="block text-small text-tx-3">{PART_WORK[part]}</span>
              </span>
              <ArtistPicker
                label={`${PART_NAMES[part]}: ${PART_WORK[part]}`}
                models={modelsFor(models, part)}
                value={crew[part]}
                onChange={(id) => {
                  onChange({ [part]: id });
                }}
                align="end"
                trigger={
                  <Button
                    size="compact"
                    aria-label={`${PART_NAMES[part]}: ${modelTitle(models, crew[part])}`}
                    className="w-44 max-sm:w-full"
                  >
                    <span className="flex w-38 items-center gap-2 text-left max-sm:w-full">
                      <span className="flex-1 truncate">{modelTitle(models, crew[part])}</span>
                      <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-tx-3" />
                    </span>
                  </Button>
                }
              />
            </li>
          ))}
        </ul>
      ) : (
        <p role="alert" className="mt-4 flex items-center gap-3 text-small text-fail">
          <span className="flex-1">{problem}</span>
          <Button size="compact" onClick={onTryAgain}>
            Try again
          </Button>
        </p>
      )}
    </Dialog>
  );
}
