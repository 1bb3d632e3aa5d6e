import { useState } from 'react';
import { cancelOperation } from '@/api/projects';
import type { Item, Project, Take } from '@/api/types';
import { useProjectVerb } from '@/api/useProjectVerb';
import { inpaint, reblend } from './api';
import { runOf, stateOf, type Run, type RunState } from './candidates';
import type { MaskEngine } from './engine/MaskEngine';
import { fieldsOf, type Wishes } from './wishes';

/** A candidate's number; `first` is whichever lands first; null looks at the picture itself. */
export type Looking = number | 'first' | null;

const NO_RUN: RunState = { takes: [], waiting: 0, problems: [], over: true };

interface RunArgs {
  project: Project;
  item: Item;
  /** The take that is edited. */
  base: number;
  engine: MaskEngine | null;
}

/** Candidates of an edit: asked for, shown as they land, blended again. */
export function useEditRun({ project, item, base, engine }: RunArgs) {
  const { mutate, isPending } = useProjectVerb(project.id);
  const [run, setRun] = useState<Run | null>(null);
  const [looking, setLooking] = useState<Looking>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const current = run?.base === base ? stateOf(project, item, run) : NO_RUN;
  const shown: Take | null =
    looking === null
      ? null
      : ((looking === 'first' ? undefined : current.takes.find(({ number }) => number === looking)) ??
        (looking === 'first' ? current.takes[0] : undefined) ??
        null);

  const generate = (wishes: Wishes) => {
    if (!engine) return;
    setProblem(null);
    const ask = async () => {
      const [mask, protect] = await Promise.all([engine.exportPng('mask'), engine.exportPng('protect')]);
      const fields = fieldsOf(wishes, base, engine.document.frame);
      return inpaint(project.id, item.id, fields, {
        mask: wishes.intent === 'extend' ? null : mask,
        protect,
      });
    };
    mutate(ask, {
      onSuccess: (changed) => {
        setRun(runOf(changed, item.id, base));
        setLooking('first');
      },
      onError: setProblem,
    });
  };

  const blendAgain = (take: Take, feather: number, match: number) => {
    setProblem(null);
    mutate(() => reblend(project.id, item.id, { take: take.number, feather, colour_match: match }), {
      onSuccess: (changed) => {
        const made = changed.items.find(({ id }) => id === item.id)?.takes.at(-1);
        if (made) setLooking(made.number);
      },
      onError: setProblem,
    });
  };

  const cancel = () => {
    if (run) mutate(() => cancelOperation(project.id, run.operation), { onError: setProblem });
  };

  /** The next or the previous candidate, round and round. */
  const step = (by: 1 | -1) => {
    const count = current.takes.length;
    const at = shown ? current.takes.indexOf(shown) : -1;
    setLooking(current.takes[(at + by + count) % count]?.number ?? null);
  };

  /** The candidate at a place, if there is one. */
  const pick = (index: number) => {
    const take = current.takes[index];
    if (take) setLooking(take.number);
  };

  return {
    run,
    setRun,
    current,
    shown,
    look: setLooking,
    step,
    pick,
    generate,
    blendAgain,
    cancel,
    busy: isPending,
    problem,
    setProblem,
    mutate,
  };
}

export type EditRun = ReturnType<typeof useEditRun>;
