import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ApiProblem, sayProblem } from '@/api/client';
import {
  approveStage,
  cancelOperation,
  deleteProject,
  generateStage,
  patchItem,
  patchProject,
  regenerateStage,
  reopenStage,
  restoreProject,
  retryOperation,
  selectTake,
  uploadTake,
} from '@/api/projects';
import type { CutSettings, Item, Project, ProjectPatch, Stage, StoryEdit } from '@/api/types';
import { useProjectVerb } from '@/api/useProjectVerb';
import { itemName } from '@/shared/lib/items';
import { useToast } from '@/shared/ui';

/** Every change the studio's stages can make to a project. */
export interface ProjectActions {
  /** Is a change on its way to the server. */
  busy: boolean;
  rename: (title: string) => void;
  change: (patch: ProjectPatch) => void;
  remove: () => void;
  generate: (stage: Stage) => void;
  regenerate: (stage: Stage, items: readonly string[] | null, instruction?: string) => void;
  approve: (stage: Stage, withStale: boolean) => void;
  reopen: (stage: Stage) => void;
  editStory: (edits: StoryEdit[]) => void;
  setCut: (cut: CutSettings) => void;
  pick: (item: Item, take: number) => void;
  upload: (item: Item, file: File) => void;
  cancel: (item: Item) => void;
  retry: (item: Item) => void;
}

type Request = () => Promise<Project>;

/** The project's verbs. Each shows its result at once and says in a toast what could not be done. */
export function useProjectActions(project: Project): ProjectActions {
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const { id, revision } = project;
  const { mutate, isPending } = useProjectVerb(id);
  const run = (request: Request, after?: () => void) => {
    mutate(request, {
      onError: (cause) => {
        toast(refusal(cause));
      },
      ...(after && { onSuccess: after }),
    });
  };

  return {
    busy: isPending,
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
      run(() => generateStage(id, stage, revision));
    },
    regenerate: (stage, items, instruction = '') => {
      run(() => regenerateStage(id, stage, { items: items && [...items], instruction, count: 1 }));
    },
    approve: (stage, withStale) => {
      run(() => approveStage(id, stage, { revision, with_stale: withStale }));
    },
    reopen: (stage) => {
      run(() => reopenStage(id, stage));
    },
    editStory: (edits) => {
      run(() => patchItem(id, 'story', { edits, revision }));
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
    retry: (item) => {
      const failed = project.operations.find((operation) => operation.id === item.failure?.operation);
      const alone = failed?.items.filter(({ status }) => status === 'failed').length === 1;
      // Retrying an operation makes all that failed in it; this button's price is for one item.
      if (failed && alone) run(() => retryOperation(id, failed.id));
      else
        run(() =>
          regenerateStage(id, item.stage, {
            items: [item.id],
            instruction: failed?.instruction ?? '',
            count: 1,
          }),
        );
    },
  };
}

/** What to say of a change the server refused. */
function refusal(cause: unknown): string {
  if (cause instanceof ApiProblem && cause.code === 'revision_conflict') {
    return 'Someone changed this project. You see the new state; try again.';
  }
  return sayProblem(cause);
}
