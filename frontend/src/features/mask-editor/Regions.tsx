import { Button, Popover } from '@/shared/ui';
import type { EngineState, MaskEngine } from './engine/MaskEngine';

const MOST_LISTED = 12;

/** The pieces of the mask: look at one, keep only it, or take it out. */
export function Regions({ engine, state }: { engine: MaskEngine; state: EngineState }) {
  const { regions } = state;
  if (regions.length < 2) return null;
  return (
    <Popover
      label="Regions of the mask"
      trigger={
        <Button variant="ghost" size="compact">
          Regions
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {regions.slice(0, MOST_LISTED).map((region, index) => (
          <li key={region.seed} className="flex items-center gap-1.5">
            <span className="num w-28 text-small text-tx-2">
              {index + 1}, {(region.share * 100).toFixed(1)} %
            </span>
            <Button size="compact" variant="ghost" onClick={() => engine.show(region.box)}>
              Look
            </Button>
            <Button size="compact" variant="ghost" onClick={() => engine.pickRegion(region, 'keep')}>
              Keep only this
            </Button>
            <Button size="compact" variant="ghost" onClick={() => engine.pickRegion(region, 'remove')}>
              Take out
            </Button>
          </li>
        ))}
      </ul>
      {regions.length > MOST_LISTED && (
        <p className="num mt-1 text-small text-tx-3">
          {regions.length - MOST_LISTED} smaller ones are not listed.
        </p>
      )}
    </Popover>
  );
}
