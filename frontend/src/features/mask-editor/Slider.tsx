import clsx from 'clsx';
import { useId } from 'react';

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  unit?: string;
  onChange: (value: number) => void;
  /** Finer at the low end: for sizes. */
  curved?: boolean;
  wide?: boolean;
}

const CURVE = 2.2;

/** A labelled slider with its value. */
export function Slider({ label, value, min, max, step = 1, unit, onChange, curved, wide }: SliderProps) {
  const id = useId();
  const places = 1000;
  const toTrack = (figure: number) => Math.round(((figure - min) / (max - min)) ** (1 / CURVE) * places);
  const fromTrack = (track: number) => Math.round(min + (track / places) ** CURVE * (max - min));
  const text = `${String(value)}${unit ? ` ${unit}` : ''}`;
  return (
    <div className={clsx('flex items-center gap-2', wide && 'w-full')}>
      <label htmlFor={id} className={clsx('text-small text-tx-2', wide && 'w-24 shrink-0')}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={curved ? 0 : min}
        max={curved ? places : max}
        step={curved ? 1 : step}
        value={curved ? toTrack(value) : value}
        aria-valuetext={text}
        onChange={(event) => {
          const track = Number(event.target.value);
          onChange(curved ? fromTrack(track) : track);
        }}
        className={clsx('h-7 accent-tx pointer-coarse:h-11', wide ? 'min-w-0 flex-1' : 'w-20')}
      />
      <output htmlFor={id} className="num min-w-9 text-small whitespace-nowrap text-tx">
        {text}
      </output>
    </div>
  );
}
