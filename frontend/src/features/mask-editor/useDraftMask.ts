import { useEffect, useRef, useState } from 'react';
import { Drafts } from './engine/drafts';
import type { MaskEngine } from './engine/MaskEngine';

const SAVE_MS = 400;

let drafts: Drafts | undefined;
const theDrafts = () => (drafts ??= new Drafts());

/** Keeps mask, history and `settings` of a take in the browser; `restore` gets what was kept, once. */
export function useDraftMask(
  engine: MaskEngine | null,
  key: string,
  edition: number,
  settings: unknown,
  restore: (settings: unknown) => void,
): { kept: boolean } {
  const [loaded, setLoaded] = useState<MaskEngine | null>(null);
  const [kept, setKept] = useState(true);
  const newest = useRef({ restore, settings, key });
  useEffect(() => {
    newest.current = { restore, settings, key };
  });

  useEffect(() => {
    if (!engine) return undefined;
    let gone = false;
    const ready = () => {
      if (!gone) setLoaded(engine);
    };
    const load = async () => {
      const draft = await theDrafts().load(newest.current.key);
      if (gone || !draft) return;
      engine.load(draft.mask);
      newest.current.restore(draft.settings);
    };
    // A browser that keeps nothing, as in some private windows, still lets people paint.
    load()
      .catch(() => setKept(false))
      .finally(ready);
    return () => {
      gone = true;
    };
  }, [engine]);

  useEffect(() => {
    if (!engine || loaded !== engine) return undefined;
    const save = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
      const draft = { mask: engine.document.save(), settings: newest.current.settings };
      theDrafts()
        .save(newest.current.key, draft)
        .catch(() => setKept(false));
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') save();
    };
    const timer = setTimeout(save, SAVE_MS);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [engine, loaded, key, edition, settings]);

  useEffect(() => {
    theDrafts()
      .tidy()
      .catch(() => undefined);
  }, []);
  return { kept };
}
