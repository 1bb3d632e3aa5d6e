import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Item, Take } from '@/api/types';
import { pairOf, type Compared } from '@/features/compare/comparePair';
import { choosePicture, uploadProblem } from '@/features/sheet/uploads';
import { shownTake, takesUploads } from '@/shared/lib/items';
import { useToast } from '@/shared/ui';
import type { StageProps } from './stageProps';

/** A note being written: on which items, and what it begins with. */
export interface OpenNote {
  items: readonly Item[];
  initial: string;
}

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
  /** Shows an item's take in use against the one before it, or says that there is none. */
  peek: (item: Item) => void;
  compareTakes: (item: Item) => void;
  compareWith: (item: Item, take: Take) => void;
  closeCompare: () => void;
  /** Opens the mask editor on the one target; undefined where it has no picture of its own. */
  edit: (() => void) | undefined;
  /** Opens the adjust panel; undefined where a target has no picture of its own. */
  adjust: (() => void) | undefined;
  adjusting: readonly Item[];
  closeAdjust: () => void;
  note: OpenNote | null;
  askNote: () => void;
  noteOnTake: (item: Item, take: Take) => void;
  closeNote: () => void;
  asking: readonly Item[] | null;
  askRegenerate: (items: readonly Item[]) => void;
  closeAsk: () => void;
  upload: (item: Item, file: File) => void;
  chooseFile: (item: Item | undefined) => void;
}

/** Enlarge, compare, adjust, note, regenerate and upload of a picture stage. */
export function usePictureActions({ project, items, selection, actions }: StageProps): PictureActions {
  const toast = useToast();
  const navigate = useNavigate();
  const [enlargedId, setEnlargedId] = useState<string | null>(null);
  const [pair, setPair] = useState<[Compared, Compared] | null>(null);
  const [asking, setAsking] = useState<readonly Item[] | null>(null);
  const [adjusting, setAdjusting] = useState<readonly Item[]>([]);
  const [note, setNote] = useState<OpenNote | null>(null);
  const focused = items.find(({ id }) => id === selection.focused);
  const selected = items.filter(({ id }) => selection.selected.includes(id));
  const targets = selected.length > 0 ? selected : focused ? [focused] : [];
  const comparable = pairOf(targets);
  const [target] = targets;
  const pictured = targets.length > 0 && targets.every(hasOwnPicture);

  const upload = (item: Item, file: File) => {
    const problem = uploadProblem(file);
    if (problem) toast(problem);
    else actions.upload(item, file);
  };
  return {
    targets,
    focused,
    enlarged: items.find(({ id }) => id === enlargedId),
    enlarge: (item) => {
      setEnlargedId(item?.id ?? null);
    },
    pair,
    compare: comparable
      ? () => {
          setPair(comparable);
        }
      : undefined,
    peek: (item) => {
      const takes = pairOf([item]);
      if (takes) setPair(takes);
      else toast(`There is no other take of ${item.code || item.label} to compare with.`);
    },
    compareTakes: (item) => {
      const takes = pairOf([item]);
      setEnlargedId(null);
      if (takes) setPair(takes);
    },
    compareWith: (item, take) => {
      const used = shownTake(item);
      if (used && used.number !== take.number) {
        setPair([
          { item, take },
          { item, take: used },
        ]);
      }
    },
    closeCompare: () => {
      setPair(null);
    },
    edit:
      target && targets.length === 1 && pictured
        ? () => void navigate(`/projects/${project.id}/edit/${target.id}`)
        : undefined,
    adjust: pictured
      ? () => {
          setAdjusting(targets);
        }
      : undefined,
    adjusting,
    closeAdjust: () => {
      setAdjusting([]);
    },
    note,
    askNote: () => {
      if (targets.length > 0) setNote({ items: targets, initial: '' });
    },
    noteOnTake: (item, take) => {
      setNote({ items: [item], initial: `Take ${String(take.number)}: ` });
    },
    closeNote: () => {
      setNote(null);
    },
    asking,
    askRegenerate: (chosen) => {
      const idle = chosen.filter(({ work }) => work === null);
      if (idle.length > 0) setAsking(idle);
    },
    closeAsk: () => {
      setAsking(null);
    },
    upload,
    chooseFile: (item) => {
      if (item && takesUploads(item)) choosePicture((file) => upload(item, file));
    },
  };
}

function hasOwnPicture(item: Item): boolean {
  return takesUploads(item) && Boolean(shownTake(item)?.media);
}
