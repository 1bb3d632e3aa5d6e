import { useId, type CSSProperties } from 'react';
import { RotateCcw } from 'lucide-react';
import type { Adjustment } from '@/api/types';
import { IconButton } from '@/shared/ui';
import { DIALS, turned, type Dial } from './adjustment';

/** A slider filled from its middle, where nothing is changed. */
const TRACK =
  'col-span-3 h-6 w-full cursor-ew-resize appearance-none bg-[linear-gradient(to_right,var(--color-press)_var(--from),var(--color-tx-2)_var(--from),var(--color-tx-2)_var(--to),var(--color-press)_var(--to)),linear-gradient(var(--color-line-ctl),var(--color-line-ctl))] bg-[length:100%_3px,1px_11px] bg-center bg-no-repeat ' +
  '[&::-webkit-slider-thumb]:size-3.5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-tx [&::-webkit-slider-thumb]:shadow-[0_0_0_3px_var(--color-panel)] ' +
  '[&::-moz-range-thumb]:size-3.5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-tx';

interface DialRowProps {
  dial: Dial;
  adjustment: Adjustment;
  onChange: (adjustment: Adjustment) => void;
}

/** One number of an adjustment: a slider with its value, and the way back to nothing. */
export function DialRow({ dial, adjustment, onChange }: DialRowProps) {
  const id = useId();
  const { label, most, step, ends, words } = DIALS[dial];
  const value = adjustment[dial];
  const at = 50 + (value / most) * 50;
  const set = (next: number) => {
    onChange(turned(adjustment, dial, next));
  };
  return (
    <div className="grid grid-cols-[1fr_auto_auto] items-center gap-x-1.5">
      <label htmlFor={id} className="text-small text-tx-2">
        {label}
      </label>
      <output htmlFor={id} className="code text-small text-tx">
        {words(value)}
      </output>
      <IconButton
        label={`Reset ${label.toLowerCase()}`}
        side="left"
        disabled={value === 0}
        onClick={() => {
          set(0);
        }}
      >
        <RotateCcw aria-hidden size={13} strokeWidth={1.75} />
      </IconButton>
      <input
        id={id}
        type="range"
        min={-most}
        max={most}
        step={step}
        value={value}
        aria-valuetext={value === 0 ? 'unchanged' : `${words(value)}, ${ends[value < 0 ? 0 : 1]}`}
        onChange={(event) => {
          set(Number(event.target.value));
        }}
        onDoubleClick={() => {
          set(0);
        }}
        style={
          {
            '--from': `${String(Math.min(50, at))}%`,
            '--to': `${String(Math.max(50, at))}%`,
          } as CSSProperties
        }
        className={TRACK}
      />
    </div>
  );
}
