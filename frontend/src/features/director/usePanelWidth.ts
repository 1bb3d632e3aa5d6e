import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { useRemembered } from '@/shared/hooks/useStored';

export const NARROWEST = 320;
export const WIDEST = 480;
const KEY_STEP = 16;

const within = (width: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

/** The panel's width in px and the handlers of the edge that changes it. */
export function usePanelWidth() {
  const huge = useMediaQuery('(min-width: 1600px)');
  const roomy = useMediaQuery('(min-width: 1360px)');
  const usual = huge ? 400 : roomy ? 368 : 336;
  const [chosen, setChosen] = useRemembered<number | null>('director.width', null);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? chosen ?? usual;
  const edge = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(width);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged !== null) setDragged(within(window.innerWidth - event.clientX));
    },
    onPointerUp: () => {
      if (dragged !== null) setChosen(dragged);
      setDragged(null);
    },
    onDoubleClick: () => setChosen(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      setChosen(within(width + step));
    },
  };
  return { width, edge };
}
