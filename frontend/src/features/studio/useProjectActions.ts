import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, sayProblem } from '@/api/client';
import {
  adjustTake,
  approveStage,
  cancelOperation,
  checkOperation,
  deleteProject,
  generateStage,
  patchItem,
  patchProject,
  regenerateStage,
  reopenStage,
  restoreProject,
  retryOperation,
  selectTake,
  sendNote,
  uploadTake,
} from '@/api/projects';
import {
  addReference,
  keepAsIs,
  lockItems,
  makeAlike,
  mergeStory,
  renewStage,
  stopTrying,
  tryUntil,
  type OwnReference,
} from '@/api/reviewing';
import type {
  Adjustment,
  CutSettings,
  Item,
  Lock,
  MergeRequest,
  Project,
  ProjectPatch,
  Stage,
  StoryEdit,
  TriesRequest,
} from '@/api/types';
import { projectKey } from '@/api/useProject';
import { useProjectVerb } from '@/api/useProjectVerb';
import { itemName, needsYou } from '@/shared/lib/items';
import { countOf } from '@/shared/lib/words';
import { useToast } from '@/shared/ui';

/** Every change the studio's stages can make to a project. */
export interface ProjectActions {
  /** Is a change on its way to the server. */
  busy: boolean;
  rename: (title: string) => void;
  change: (patch: ProjectPatch) => void;
  remove: () => void;
  generate: (stage: Stage) => void;
  regenerate: (stage: Stage, items: readonly string[] | null, wish?: RegenerateWish) => void;
  /** Makes anew what is stale: these items, or with `below` all of the stage and what is stale below it. */
  renew: (stage: Stage, items: readonly string[] | null, below?: boolean) => void;
  /** Keeps stale takes as they are, until their sources change again. */
  keep: (stage: Stage, items: readonly string[] | null) => void;
  /** Makes takes until one scores high enough. */
  tryUntil: (stage: Stage, wish: TriesRequest) => void;
  stopTrying: (tries: string) => void;
  /** New takes of items like the take in use of another. */
  makeAlike: (model: Item, items: readonly Item[]) => void;
  /** Scenes of one take of the story put into another, as a new take. */
  merge: (wish: MergeRequest) => void;
  addReference: (file: File, wish: OwnReference) => void;
  /** Light, colour or frame, here and free. `take`: the number to start from; null is each item's take in use. */
  adjust: (items: readonly Item[], adjustment: Adjustment, take: number | null) => void;
  /** Says something to the director about these items. */
  note: (text: string, stage: Stage, items: readonly string[]) => void;
  approve: (stage: Stage, withStale: boolean) => void;
  reopen: (stage: Stage) => void;
  /** Changes the story by hand. `said`: what happened, for the toast with its undo. */
  editStory: (edits: StoryEdit[], said?: string) => void;
  setCut: (cut: CutSettings) => void;
  pick: (item: Item, take: number) => void;
  /** Several picks at once, with one undo. */
  /** Lock exactly these parts of some items in every later plan. */
  lock: (items: readonly Item[], locks: readonly Lock[]) => void;
  pickAll: (picks: readonly { item: Item; take: number }[]) => void;
  upload: (item: Item, file: File) => void;
  cancel: (item: Item) => void;
  retry: (item: Item) => void;
  /** Look up at the vendor what became of a job whose outcome is not known; free. */
  check: (item: Item) => void;
  /** Ask for a higher budget, then make the item that did not fit. */
  askBudget: (item: Item) => void;
  /** What a budget stopped last; null when there is nothing to decide. */
  stopped: BudgetStop | null;
  dropStopped: () => void;
}

/** How new takes are to be made. */
export interface RegenerateWish {
  /** What is to be different; "" makes them as they were asked for. */
  instruction: string;
  /** Takes of each item, 1 to 4. */
  count: number;
}

/** A verb that a budget stopped. */
export interface BudgetStop {
  /** Which budget: this project's, or the month's of all projects. */
  budget: 'project' | 'month';
  /** What it needs and what is left. */
  sentence: string;
  /** The most the verb would cost, in dollars. */
  price: number;
  /** Runs the verb once more. */
  again: () => void;
}

type Request = () => Promise<Project>;

/** The project's verbs. Each shows its result at once and says in a toast what could not be done. */
export function useProjectActions(project: Project): ProjectActions {
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const { id, revision } = project;
  const { mutate, isPending } = useProjectVerb(id);
  const [stopped, setStopped] = useState<BudgetStop | null>(null);
  const run = (request: Request, after?: () => void, price = 0) => {
    setStopped(null);
    mutate(request, {
      onError: (cause) => {
        const budget = cause instanceof ApiProblem && BUDGETS[cause.code];
        if (budget) {
          const again = () => {
            run(request, after, price);
          };
          setStopped({ budget, sentence: cause.detail, price, again });
        } else toast(refusal(cause));
      },
      ...(after && { onSuccess: after }),
    });
  };

  // A raised budget is a new revision, which the verb that waited for it has to name.
  const seen = () => client.getQueryData<Project>(projectKey(id))?.revision ?? revision;
  const priceOf = (ids: readonly string[] | null, stage: Stage) =>
    project.items
      .filter((item) => (ids ? ids.includes(item.id) : item.stage === stage && needsYou(item)))
      .reduce((sum, item) => sum + item.price_usd, 0);
  const retry = (item: Item) => {
    const failed = project.operations.find((operation) => operation.id === item.failure?.operation);
    const alone = failed?.items.filter(({ status }) => status === 'failed').length === 1;
    // Retrying an operation makes all that failed in it; this button's price is for one item.
    const request: Request =
      failed && alone
        ? () => retryOperation(id, failed.id)
        : () =>
            regenerateStage(id, item.stage, {
              items: [item.id],
              instruction: failed?.instruction ?? '',
              count: 1,
            });
    run(request, undefined, item.price_usd);
  };

  return {
    busy: isPending,
    stopped,
    dropStopped: () => {
      setStopped(null);
    },
    rename: (title) => {
      run(() => patchProject(id, { title }));
    },
    change: (patch) => {
      run(() => patchProject(id, patch));
    },
    remove: () => {
      deleteProject(id).then(
        () => {
          void navigate('/');
          toast(`${project.title} was deleted.`, {
            undo: () => {
              restoreProject(id).then(
                () => void client.invalidateQueries(),
                (cause: unknown) => {
                  toast(sayProblem(cause));
                },
              );
            },
          });
        },
        (cause: unknown) => {
          toast(sayProblem(cause));
        },
      );
    },
    generate: (stage) => {
      const next = project.stages.find(({ name }) => name === stage)?.next;
      run(() => generateStage(id, stage, seen()), undefined, next?.usd_max ?? 0);
    },
    regenerate: (stage, items, { instruction, count } = { instruction: '', count: 1 }) => {
      run(
        () => regenerateStage(id, stage, { items: items && [...items], instruction, count }),
        undefined,
        priceOf(items, stage) * count,
      );
    },
    renew: (stage, items, below = false) => {
      const chosen = project.items.filter((item) => items?.includes(item.id) ?? item.stage === stage);
      const price = chosen.reduce((sum, { stale }) => sum + (stale?.renew_usd ?? 0), 0);
      run(
        () => renewStage(id, stage, { items: items && [...items], depth: below ? 'below' : 'stage' }),
        undefined,
        price,
      );
    },
    keep: (stage, items) => {
      const keep = (kept: boolean) => () => keepAsIs(id, stage, { items: items && [...items], keep: kept });
      run(keep(true), () => {
        toast('Kept as it is, until a source changes again.', {
          undo: () => {
            run(keep(false));
          },
        });
      });
    },
    tryUntil: (stage, wish) => {
      const price = priceOf(wish.items ?? null, stage) * (wish.tries ?? 1);
      run(() => tryUntil(id, stage, wish), undefined, Math.min(price, wish.limit_usd ?? price));
    },
    stopTrying: (tries) => {
      run(() => stopTrying(id, tries));
    },
    makeAlike: (model, items) => {
      const ids = items.map((item) => item.id);
      run(() => makeAlike(id, model.id, { items: ids }), undefined, priceOf(ids, model.stage));
    },
    merge: (wish) => {
      run(
        () => mergeStory(id, wish),
        () => {
          toast(
            `${countOf(wish.scenes.length, 'scene')} of take ${String(wish.source)} merged, as a new take.`,
            {
              undo: () => {
                run(() => selectTake(id, 'story', wish.into));
              },
            },
          );
        },
      );
    },
    addReference: (file, wish) => {
      run(
        () => addReference(id, file, wish),
        () => {
          toast(`${wish.name} is a reference now.`);
        },
      );
    },
    adjust: (items, adjustment, take) => {
      const adjustAll = async () => {
        let changed = project;
        for (const item of items) changed = await adjustTake(id, item.id, adjustment, take);
        return changed;
      };
      const [first] = items;
      const before = first?.selected ?? null;
      const undo = () => {
        if (first && before !== null) run(() => selectTake(id, first.id, before));
      };
      run(adjustAll, () => {
        if (items.length === 1 && first) {
          toast(`${itemName(first)} is adjusted, as a new take.`, before === null ? {} : { undo });
        } else toast(`${String(items.length)} are adjusted, each as a new take.`);
      });
    },
    note: (text, stage, items) => {
      sendNote(id, { text, stage, items: [...items] }).then(
        () => {
          toast('The director has your note. Asking is free.');
          void client.invalidateQueries({ queryKey: projectKey(id) });
        },
        (cause: unknown) => {
          toast(sayProblem(cause));
        },
      );
    },
    approve: (stage, withStale) => {
      run(() => approveStage(id, stage, { revision, with_stale: withStale }));
    },
    reopen: (stage) => {
      run(() => reopenStage(id, stage));
    },
    editStory: (edits, said) => {
      const before = project.items.find(({ kind }) => kind === 'story')?.selected ?? null;
      const undo = () => {
        if (before !== null) run(() => selectTake(id, 'story', before));
      };
      run(
        () => patchItem(id, 'story', { edits, revision }),
        said === undefined
          ? undefined
          : () => {
              toast(said, before === null ? {} : { undo });
            },
      );
    },
    setCut: (cut) => {
      run(() => patchItem(id, 'cut', { cut, edits: [] }));
    },
    pick: (item, take) => {
      const before = item.selected;
      if (before === take) return;
      const undo = () => {
        if (before !== null) run(() => selectTake(id, item.id, before));
      };
      const name = item.kind === 'story' ? '' : ` of ${itemName(item)}`;
      run(
        () => selectTake(id, item.id, take),
        () => {
          toast(`Take ${String(take)}${name} is in use.`, before === null ? {} : { undo });
        },
      );
    },
    lock: (items, locks) => {
      const ids = items.map((item) => item.id);
      run(
        () => lockItems(id, ids, locks),
        () => {
          const what = locks.length === 0 ? 'Nothing is locked' : `Locked: ${locks.join(', ')}`;
          toast(`${what}. Every later plan keeps to it.`);
        },
      );
    },
    pickAll: (picks) => {
      const select = (chosen: readonly { item: string; take: number }[]) => async () => {
        let changed = project;
        for (const { item, take } of chosen) changed = await selectTake(id, item, take);
        return changed;
      };
      const before = picks.flatMap(({ item }) =>
        item.selected === null ? [] : [{ item: item.id, take: item.selected }],
      );
      run(select(picks.map(({ item, take }) => ({ item: item.id, take }))), () => {
        toast(`${countOf(picks.length, 'take')} picked.`, {
          undo: () => {
            run(select(before));
          },
        });
      });
    },
    upload: (item, file) => {
      run(
        () => uploadTake(id, item.id, file),
        () => {
          toast(`Your picture is a new take of ${itemName(item)}.`);
        },
      );
    },
    cancel: ({ work }) => {
      if (work) run(() => cancelOperation(id, work.operation));
    },
    retry,
    check: ({ failure }) => {
      if (!failure) return;
      run(
        () => checkOperation(id, failure.operation),
        () => {
          toast('Looking it up at the vendor. Nothing is sent again.');
        },
      );
    },
    askBudget: (item) => {
      const { failure } = item;
      const budget = failure && BUDGETS[failure.code];
      if (!budget) return;
      const again = () => {
        retry(item);
      };
      setStopped({ budget, sentence: failure.message, price: item.price_usd, again });
    },
  };
}

const BUDGETS: Readonly<Record<string, BudgetStop['budget']>> = {
  budget_exceeded: 'project',
  month_budget_exceeded: 'month',
};

/** What to say of a change the server refused. */
function refusal(cause: unknown): string {
  if (cause instanceof ApiProblem && cause.code === 'revision_conflict') {
    return 'Someone changed this project. You see the new state; try again.';
  }
  return sayProblem(cause);
}
