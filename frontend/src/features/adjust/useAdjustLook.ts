import { useEffect, useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { lookAtAdjustment } from '@/api/projects';
import type { Adjustment } from '@/api/types';
import { isNeutral } from './adjustment';

/** A picture of an adjustment. */
export interface AdjustLook {
  /** Address of the look; null while nothing is changed or none is made yet. */
  url: string | null;
  /** Is a newer one on its way. */
  busy: boolean;
  /** Why there is none; "" where there is. */
  problem: string;
}

interface Made {
  of: string;
  url: string | null;
  problem: string;
}

/** Keeps the picture of an adjustment up to date: one look is made at a time, then the newest wanted. */
export function useAdjustLook(
  project: string,
  item: string,
  take: number,
  adjustment: Adjustment,
): AdjustLook {
  const wanted = JSON.stringify([project, item, take, adjustment]);
  const newest = useRef(wanted);
  const working = useRef(false);
  const [made, setMade] = useState<Made>({ of: '', url: null, problem: '' });
  const stop = useRef<AbortController | null>(null);

  useEffect(() => {
    newest.current = wanted;
    if (working.current) return;
    const make = async () => {
      working.current = true;
      for (let done = ''; done !== newest.current;) {
        done = newest.current;
        const next = await look(done, (stop.current = new AbortController()));
        if (next) setMade(next);
      }
      working.current = false;
    };
    void make();
  }, [wanted]);

  const { url } = made;
  useEffect(
    () => () => {
      if (url) URL.revokeObjectURL(url);
    },
    [url],
  );
  useEffect(() => () => stop.current?.abort(), []);
  return { url, busy: made.of !== wanted, problem: made.of === wanted ? made.problem : '' };
}

async function look(of: string, stop: AbortController): Promise<Made | null> {
  const [project, item, take, adjustment] = JSON.parse(of) as [string, string, number, Adjustment];
  if (isNeutral(adjustment)) return { of, url: null, problem: '' };
  try {
    const picture = await lookAtAdjustment(project, item, adjustment, take, stop.signal);
    return { of, url: URL.createObjectURL(picture), problem: '' };
  } catch (cause) {
    if (stop.signal.aborted) return null;
    return { of, url: null, problem: sayProblem(cause) };
  }
}
