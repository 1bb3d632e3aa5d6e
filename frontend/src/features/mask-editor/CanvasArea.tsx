import { useCallback } from 'react';
import type { EngineState } from './engine/MaskEngine';
import type { Bitmap } from './engine/pictures';
import { coverWords } from './wishes';
import { WipeHandle } from './WipeHandle';

interface CanvasAreaProps {
  attach: (host: HTMLElement) => () => void;
  onCanvas: (host: HTMLElement | null) => void;
  state: EngineState | null;
  label: string;
  bitmap: Bitmap;
  /** Where the border between before and after is; null where there is none. */
  wipe: number | null;
  onWipe: (at: number) => void;
}

/** The window on the picture. It takes the focus, and says what the mask covers. */
export function CanvasArea({ attach, onCanvas, state, label, bitmap, wipe, onWipe }: CanvasAreaProps) {
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
      {wipe !== null && state && (
        <WipeHandle at={wipe} left={state.view.x} width={bitmap.width * state.view.scale} onMove={onWipe} />
      )}
    </div>
  );
}
