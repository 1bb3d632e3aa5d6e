import { useEffect, useState } from 'react';
import { lookAtEdit, type EditLook } from './api';
import { greyPng } from './engine/png';
import type { MaskEngine } from './engine/MaskEngine';
import { fieldsOf, type Wishes } from './wishes';

const WAIT_MS = 450;

interface LookArgs {
  engine: MaskEngine | null;
  projectId: string;
  itemId: string;
  take: number;
  wishes: Wishes;
  edition: number;
}

/** An extension needs no mask, and its price is the same whatever is painted: any small area will do. */
function spot({ width, height }: { width: number; height: number }): Promise<Blob> {
  const values = new Uint8Array(width * height);
  const side = Math.min(64, width, height);
  for (let y = 0; y < side; y += 1) values.fill(255, y * width, y * width + side);
  return greyPng(values, { width, height });
}

/** What the server would send and what it costs, asked for a moment after the last change. */
export function useEditLook({ engine, projectId, itemId, take, wishes, edition }: LookArgs) {
  const [look, setLook] = useState<EditLook | null>(null);
  const [failed, setFailed] = useState(false);
  // The words don't change what is sent of the picture, so typing asks for nothing.
  const { intent, context, edge, grow, fillHoles } = wishes;
  useEffect(() => {
    if (!engine) return undefined;
    const asking = new AbortController();
    const ask = async () => {
      const painted = intent === 'extend' ? await spot(engine.bitmap) : await engine.exportPng('mask');
      if (!painted) {
        setLook(null);
        return;
      }
      const fields = fieldsOf(
        { ...wishes, intent: intent === 'extend' ? 'fix' : intent, prompt: 'x', negative: '' },
        take,
        engine.document.frame,
      );
      const found = await lookAtEdit(
        projectId,
        itemId,
        fields,
        { mask: painted, protect: null },
        asking.signal,
      );
      setLook(found);
      setFailed(false);
    };
    const timer = setTimeout(() => {
      ask().catch((cause: unknown) => {
        if (!(cause instanceof DOMException)) setFailed(true);
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only the fields of the wishes that change the plan
  }, [engine, projectId, itemId, take, edition, intent, context, edge, grow, fillHoles]);
  return { look, failed };
}
