import { FieldFrame, inputClass } from '@/shared/ui';

interface NumberFieldProps {
  label: string;
  /** Null is left to the intent; `usual` says what that is. */
  value: number | null;
  usual: string;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number | null) => void;
}

/** A number that may be left empty. Figures out of range are brought into it. */
export function NumberField({ label, value, usual, min, max, step = 1, onChange }: NumberFieldProps) {
  return (
    <FieldFrame label={label}>
      {(names) => (
        <input
          {...names}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={value ?? ''}
          placeholder={usual}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            onChange(Number.isNaN(typed) ? null : Math.min(max, Math.max(min, typed)));
          }}
          className={`${inputClass} num min-h-8 pointer-coarse:min-h-11`}
        />
      )}
    </FieldFrame>
  );
}
