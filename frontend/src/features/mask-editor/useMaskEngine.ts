import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useRemembered } from '@/shared/hooks/useStored';
import { selectRegion } from './api';
import { MaskEngine, type EngineState } from './engine/MaskEngine';
import { maskValues, type Bitmap } from './engine/pictures';
import { readSettings } from './engine/settings';

interface EngineArgs {
  projectId: string;
  itemId: string;
  /** The take that is edited. */
  take: number;
  bitmap: Bitmap;
  onTake: (take: number) => void;
}

const NOTHING = { getState: () => null, subscribe: () => () => undefined };

/** The engine on an element, and what it says. A picture of another size needs another engine: give it a key. */
export function useMaskEngine({ projectId, itemId, take, bitmap, onTake }: EngineArgs) {
  const [engine, setEngine] = useState<MaskEngine | null>(null);
  const [first] = useState(bitmap);
  const [stored, store] = useRemembered<unknown>('mask-tools', null);
  const [firstSettings] = useState(() => readSettings(stored));
  const newest = useRef({ take, onTake });
  useEffect(() => {
    newest.current = { take, onTake };
  });

  const attach = useCallback(
    (host: HTMLElement) => {
      const made = new MaskEngine({
        host,
        picture: first,
        settings: firstSettings,
        onTake: (number) => newest.current.onTake(number),
        currentTake: () => newest.current.take,
        selectRegion: async (points, box, signal) => {
          const body = { points, ...(box && { box }), take: newest.current.take };
          return maskValues(await selectRegion(projectId, itemId, body, signal), first);
        },
      });
      setEngine(made);
      return () => {
        made.remove();
        setEngine(null);
      };
    },
    [first, firstSettings, projectId, itemId],
  );
  const source = engine ?? NOTHING;
  const state = useSyncExternalStore<EngineState | null>(source.subscribe, source.getState);
  useEffect(() => {
    engine?.setPicture(bitmap);
  }, [engine, bitmap]);
  const settings = state?.settings;
  useEffect(() => {
    if (settings) store(settings);
  }, [settings, store]);
  return { attach, engine, state };
}
