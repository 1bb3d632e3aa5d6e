import { useEffect, useState } from 'react';
import { lookAtEdit, type EditLook } from './api';
import type { MaskEngine } from './engine/MaskEngine';
import { fieldsOf, widened, type Wishes } from './wishes';

const WAIT_MS = 450;

interface LookArgs {
  engine: MaskEngine | null;
  projectId: string;
  itemId: string;
  take: number;
  wishes: Wishes;
  edition: number;
}

/** What the server would send and what it costs, asked for a moment after the last change. */
export function useEditLook({ engine, projectId, itemId, take, wishes, edition }: LookArgs) {
  const [look, setLook] = useState<EditLook | null>(null);
  const [failed, setFailed] = useState(false);
  // The words don't change what is sent of the picture, so typing asks for nothing.
  const { intent, context, edge, grow, fillHoles, again, margins } = wishes;
  useEffect(() => {
    if (!engine) return undefined;
    const asking = new AbortController();
    const ask = async () => {
      const extends_ = intent === 'extend';
      const mask = extends_ ? null : await engine.exportPng('mask');
      if (extends_ ? !widened(margins) : !mask) {
        setLook(null);
        return;
      }
      const fields = fieldsOf({ ...wishes, prompt: 'x', negative: '' }, take, engine.document.frame);
      const found = await lookAtEdit(projectId, itemId, fields, { mask, protect: null }, asking.signal);
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
  }, [engine, projectId, itemId, take, edition, intent, context, edge, grow, fillHoles, again, margins]);
  return { look, failed };
}
