import { useCallback } from 'react';
import clsx from 'clsx';
import type { CompareMode, EngineState } from './engine/MaskEngine';
import type { Bitmap } from './engine/pictures';
import { coverWords } from './wishes';
import { WipeHandle } from './WipeHandle';

interface CanvasAreaProps {
  attach: (host: HTMLElement) => () => void;
  onCanvas: (host: HTMLElement | null) => void;
  state: EngineState | null;
  label: string;
  bitmap: Bitmap;
  /** What is looked at against the picture: its letter and how; null while painting. */
  compared: { letter: string; mode: CompareMode } | null;
  /** Where the border between before and after is; null where there is none. */
  wipe: number | null;
  onWipe: (at: number) => void;
}

/** The window on the picture. It takes the focus, and says what the mask covers. */
export function CanvasArea(props: CanvasAreaProps) {
  const { attach, onCanvas, state, label, bitmap, compared, wipe, onWipe } = props;
  const hold = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return undefined;
      const remove = attach(host);
      onCanvas(host);
      return () => {
        remove();
        onCanvas(null);
      };
    },
    [attach, onCanvas],
  );
  const words = coverWords(state?.covers ?? 0, state?.regions.length ?? 0);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={hold}
        role="application"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is painted on with the keyboard, too
        tabIndex={0}
        aria-label={label}
        aria-describedby="mask-words"
        aria-roledescription="Mask editor"
        className="absolute inset-0 touch-none overflow-hidden outline-offset-[-2px] select-none"
      />
      <p id="mask-words" role="status" aria-live="polite" className="sr-only">
        {words}
      </p>
      {compared && <Names {...compared} held={state?.original ?? false} />}
      {wipe !== null && state && (
        <WipeHandle at={wipe} left={state.view.x} width={bitmap.width * state.view.scale} onMove={onWipe} />
      )}
    </div>
  );
}

/** Says which picture is which while a candidate is looked at. */
function Names({ letter, mode, held }: { letter: string; mode: CompareMode; held: boolean }) {
  const two = !held && (mode === 'wipe' || mode === 'beside');
  const one = held ? 'Original' : mode === 'difference' ? `What ${letter} changed` : letter;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-3 flex justify-around">
      {(two ? ['Before', letter] : [one]).map((name) => (
        <span
          key={name}
          className={clsx(
            'rounded-btn bg-[#000b] px-2 py-1 text-small font-medium',
            two && 'min-w-16 text-center',
          )}
        >
          {name}
        </span>
      ))}
    </div>
  );
}
