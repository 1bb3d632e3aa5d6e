import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Item } from '@/api/types';
import { pairOf, type Compared } from '@/features/compare/comparePair';
import { choosePicture, uploadProblem } from '@/features/sheet/uploads';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { needsYou, shownTake, takesUploads } from '@/shared/lib/items';
import { useToast } from '@/shared/ui';
import type { StageProps } from './stageProps';

/** What is open over a picture stage. */
export interface PictureActions {
  /** What buttons act on: the selected items, else the one with the focus. */
  targets: Item[];
  focused: Item | undefined;
  enlarged: Item | undefined;
  enlarge: (item: Item | undefined) => void;
  pair: [Compared, Compared] | null;
  /** Undefined where there is nothing to compare. */
  compare: (() => void) | undefined;
  /** Opens the mask editor on the one target; undefined where it has no picture of its own. */
  edit: (() => void) | undefined;
  compareTakes: (item: Item) => void;
  closeCompare: () => void;
  asking: readonly Item[] | null;
  askRegenerate: (items: readonly Item[]) => void;
  closeAsk: () => void;
  upload: (item: Item, file: File) => void;
  chooseFile: () => void;
}

/** Enlarge, compare, regenerate and upload of a picture stage, with the keys of the board. */
export function usePictureActions({ project, items, selection, actions }: StageProps): PictureActions {
  const toast = useToast();
  const navigate = useNavigate();
  const [enlargedId, setEnlargedId] = useState<string | null>(null);
  const [pair, setPair] = useState<[Compared, Compared] | null>(null);
  const [asking, setAsking] = useState<readonly Item[] | null>(null);
  const focused = items.find(({ id }) => id === selection.focused);
  const selected = items.filter(({ id }) => selection.selected.includes(id));
  const targets = selected.length > 0 ? selected : focused ? [focused] : [];
  const idle = targets.filter(({ work }) => work === null);
  const comparable = pairOf(targets);

  const upload = (item: Item, file: File) => {
    const problem = uploadProblem(file);
    if (problem) toast(problem);
    else actions.upload(item, file);
  };
  const goTo = (wanted: (item: Item) => boolean, none: string) => {
    const from = items.findIndex(({ id }) => id === selection.focused);
    const order = [...items.slice(from + 1), ...items.slice(0, from + 1)];
    const next = order.find(wanted);
    if (!next) {
      toast(none);
      return;
    }
    selection.change({ kind: 'focus', id: next.id });
    document.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus();
  };
  const compare =
    comparable &&
    (() => {
      setPair(comparable);
    });
  const [target] = targets;
  const editable = targets.length === 1 && target && takesUploads(target) && shownTake(target)?.media;
  const edit = editable ? () => void navigate(`/projects/${project.id}/edit/${target.id}`) : undefined;
  const key = (keys: string, label: string, run: () => void) => ({ keys, label, group: 'Board', run });
  useShortcuts([
    key('enter', 'Enlarge', () => {
      setEnlargedId(targets[0]?.id ?? null);
    }),
    key('c', 'Compare two', () => {
      if (compare) compare();
      else toast('Select two to compare, or one with two takes.');
    }),
    ...(edit ? [key('e', 'Edit with mask', edit)] : []),
    key('r', 'Regenerate, asks first', () => {
      if (idle.length > 0) setAsking(idle);
    }),
    key('n', 'Next that needs you', () => {
      goTo(needsYou, 'Nothing needs you here.');
    }),
    key('s', 'Next stale', () => {
      goTo(({ stale }) => stale !== null, 'Nothing is stale here.');
    }),
    ...(items.some(({ kind }) => kind === 'clip')
      ? []
      : [
          key('f', 'Next failed', () => {
            goTo(({ failure }) => failure !== null, 'Nothing failed here.');
          }),
        ]),
    {
      ...key('mod+a', 'Select all', () => {
        selection.change({ kind: 'all' });
      }),
    },
    {
      ...key('escape', 'Clear the selection', () => {
        selection.change({ kind: 'clear' });
      }),
      hidden: selection.selected.length === 0,
    },
    key('alt+arrowleft', 'Take before', () => {
      turn(-1);
    }),
    key('alt+arrowright', 'Take after', () => {
      turn(1);
    }),
  ]);
  const turn = (step: -1 | 1) => {
    const at = focused?.takes.findIndex(({ number }) => number === focused.selected) ?? -1;
    const next = focused?.takes[at + step];
    if (focused && at >= 0 && next) actions.pick(focused, next.number);
  };

  return {
    targets,
    focused,
    enlarged: items.find(({ id }) => id === enlargedId),
    enlarge: (item) => {
      setEnlargedId(item?.id ?? null);
    },
    pair,
    compare: compare ?? undefined,
    edit,
    compareTakes: (item) => {
      const takes = pairOf([item]);
      setEnlargedId(null);
      if (takes) setPair(takes);
    },
    closeCompare: () => {
      setPair(null);
    },
    asking,
    askRegenerate: (chosen) => {
      setAsking(chosen.filter(({ work }) => work === null));
    },
    closeAsk: () => {
      setAsking(null);
    },
    upload,
    chooseFile: () => {
      const item = targets[0];
      if (item && takesUploads(item)) choosePicture((file) => upload(item, file));
    },
  };
}
