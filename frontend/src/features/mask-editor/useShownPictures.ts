import { useEffect } from 'react';
import type { Take } from '@/api/types';
import { editOf, type EditLook } from './api';
import { wholeOf } from './engine/geometry';
import type { CompareMode, MaskEngine } from './engine/MaskEngine';
import type { Bitmap } from './engine/pictures';
import type { Wishes } from './wishes';

interface FrameArgs {
  engine: MaskEngine | null;
  bitmap: Bitmap;
  wishes: Wishes;
  painted: boolean;
  look: EditLook | null;
  onWishes: (change: (wishes: Wishes) => Wishes) => void;
}

/** The frame on the picture: what is sent, or how far the picture is extended. */
export function useFrameOnPicture({ engine, bitmap, wishes, painted, look, onWishes }: FrameArgs): void {
  const { margins } = wishes;
  const extends_ = wishes.intent === 'extend';
  const planned = extends_ ? null : (look?.box ?? null);
  useEffect(() => {
    if (!engine) return;
    if (!extends_) {
      engine.showFrame(painted ? 'context' : null, planned);
      return;
    }
    const whole = wholeOf(bitmap);
    const extended = {
      left: -margins.left,
      top: -margins.top,
      right: whole.right + margins.right,
      bottom: whole.bottom + margins.bottom,
    };
    engine.showFrame('extend', extended, (rect) => {
      const dragged = {
        left: -rect.left,
        top: -rect.top,
        right: rect.right - whole.right,
        bottom: rect.bottom - whole.bottom,
      };
      onWishes((now) => ({ ...now, margins: dragged }));
    });
  }, [engine, extends_, painted, planned, margins, bitmap, onWishes]);
}

interface CandidateArgs {
  engine: MaskEngine | null;
  shown: Take | null;
  /** The candidate's picture, once it is there. */
  picture: Bitmap | null;
  mode: CompareMode;
  wipeAt: number;
}

/** The candidate against the picture. A zoom is kept, but where the layout or the size is another all of it is shown. */
export function useCandidateOnPicture({ engine, shown, picture, mode, wipeAt }: CandidateArgs): void {
  const [left = 0, top = 0] = (shown && editOf(shown)?.margins) ?? [];
  useEffect(() => {
    // An extended picture lies around the old one.
    engine?.showAfter(picture && { bitmap: picture, x: -left, y: -top }, mode, wipeAt);
  }, [engine, picture, mode, wipeAt, left, top]);
  const beside = picture !== null && mode === 'beside';
  const { width, height } = picture ?? engine?.bitmap ?? { width: 0, height: 0 };
  useEffect(() => {
    engine?.fit();
  }, [engine, beside, width, height]);
}
