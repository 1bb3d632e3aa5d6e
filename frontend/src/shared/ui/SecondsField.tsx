import clsx from 'clsx';
import { useRef, useState, type KeyboardEvent } from 'react';
import { parseSeconds, SHOT_STEP_S, snapSeconds } from '@/shared/lib/seconds';
import { formatSeconds } from '@/shared/lib/time';

interface SecondsFieldProps {
  label: string;
  seconds: number;
  onSave: (seconds: number) => void;
  disabled: boolean;
}

/** A shot's length: press to type it, Up and Down change it by half a second. */
export function SecondsField({ label, seconds, onSave, disabled }: SecondsFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const closed = useRef(false);
  if (draft === null) {
    if (disabled) return <span className="code text-small text-tx-2">{formatSeconds(seconds)}</span>;
    return (
      <button
        type="button"
        aria-label={`${label}: ${formatSeconds(seconds)}. Edit`}
        onClick={() => {
          closed.current = false;
          setDraft(seconds.toFixed(1));
        }}
        className="code touch cursor-text rounded-tag px-1 text-small text-tx-2 hover:bg-hover hover:text-tx"
      >
        {formatSeconds(seconds)}
      </button>
    );
  }
  const parsed = parseSeconds(draft);
  const leave = (save: boolean) => {
    if (closed.current) return;
    closed.current = true;
    setDraft(null);
    if (save && parsed !== null && parsed !== seconds) onSave(parsed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = { ArrowUp: SHOT_STEP_S, ArrowDown: -SHOT_STEP_S }[event.key];
    if (step !== undefined) setDraft(snapSeconds((parsed ?? seconds) + step).toFixed(1));
    else if (event.key === 'Enter' || event.key === 'Escape') leave(event.key === 'Enter');
    else return;
    event.preventDefault();
  };
  return (
    <input
      aria-label={label}
      aria-invalid={parsed === null}
      inputMode="decimal"
      value={draft}
      ref={(field) => {
        if (!field || document.activeElement === field) return;
        field.focus();
        field.select();
      }}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        leave(true);
      }}
      className={clsx(
        'code w-12 rounded-tag bg-bg px-1 text-right text-small text-tx edge-ctl',
        parsed === null && 'text-fail',
      )}
    />
  );
}
