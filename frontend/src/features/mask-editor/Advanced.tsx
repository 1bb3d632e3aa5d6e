import { ChevronRight } from 'lucide-react';
import { Segmented, Switch } from '@/shared/ui';
import type { Edge } from './api';
import type { Rect } from './engine/geometry';
import { NumberField } from './NumberField';
import { INTENTS, type Wishes } from './wishes';

interface AdvancedProps {
  wishes: Wishes;
  onWishes: (change: Partial<Wishes>) => void;
  /** The context frame as it is, for entering it in figures; null where there is none. */
  frame: Rect | null;
  onFrame: (frame: Rect) => void;
}

const EDGES: readonly { value: Edge; label: string }[] = [
  { value: 'tight', label: 'Tight' },
  { value: 'auto', label: 'Auto' },
  { value: 'loose', label: 'Loose' },
];
const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** The numbers behind the intent. What is left empty is the intent's usual. */
export function Advanced({ wishes, onWishes, frame, onFrame }: AdvancedProps) {
  const usual = INTENTS[wishes.intent];
  return (
    <details className="group">
      <summary className="flex min-h-8 list-none items-center justify-between rounded-btn text-small font-medium text-tx-2 hover:text-tx pointer-coarse:min-h-11">
        Advanced
        <ChevronRight aria-hidden size={14} strokeWidth={1.75} className="group-open:rotate-90" />
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <div className="flex items-center justify-between gap-2">
          <span className="text-small text-tx-2">Edge</span>
          <Segmented
            label="Edge"
            value={wishes.edge}
            onChange={(edge) => onWishes({ edge })}
            segments={EDGES}
          />
        </div>
        <Switch
          label="Fill holes"
          checked={wishes.fillHoles}
          onChange={(fillHoles) => onWishes({ fillHoles })}
        />
        <div className="grid grid-cols-2 gap-2.5">
          <NumberField
            label="Strength"
            value={wishes.strength}
            usual={String(usual.strength)}
            min={0.01}
            max={1}
            step={0.01}
            onChange={(strength) => onWishes({ strength })}
          />
          <NumberField
            label="Grow, px"
            value={wishes.grow}
            usual={String(usual.grow)}
            min={0}
            max={128}
            onChange={(grow) => onWishes({ grow })}
          />
          <NumberField
            label="Steps"
            value={wishes.steps}
            usual="Model's own"
            min={1}
            max={100}
            onChange={(steps) => onWishes({ steps })}
          />
          <NumberField
            label="Guidance"
            value={wishes.guidance}
            usual="Model's own"
            min={0}
            max={100}
            step={0.5}
            onChange={(guidance) => onWishes({ guidance })}
          />
          <NumberField
            label="Seed"
            value={wishes.seed}
            usual="A new one"
            min={0}
            max={2 ** 31 - 1}
            onChange={(seed) => onWishes({ seed })}
          />
        </div>
        {frame && (
          <fieldset className="grid grid-cols-4 gap-2">
            <legend className="mb-1 text-small text-tx-2">Context frame, pixels</legend>
            {SIDES.map((side) => (
              <NumberField
                key={side}
                label={side.charAt(0).toUpperCase() + side.slice(1)}
                value={frame[side]}
                usual=""
                min={0}
                max={8192}
                onChange={(value) => {
                  if (value !== null) onFrame({ ...frame, [side]: Math.round(value) });
                }}
              />
            ))}
          </fieldset>
        )}
      </div>
    </details>
  );
}
