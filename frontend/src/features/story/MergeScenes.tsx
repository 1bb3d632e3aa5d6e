import { useState } from 'react';
import type { Scene, Story } from '@/api/types';
import { countOf } from '@/shared/lib/words';
import { Button, Dialog, DiffText } from '@/shared/ui';
import { sceneChanged, sceneText, storyBefore } from './storyDiff';

interface MergeScenesProps {
  /** The story in use and the number of its take. */
  into: { story: Story; take: number };
  /** The take that scenes are taken from. */
  source: { story: Story; take: number };
  onMerge: (scenes: string[]) => void;
  onClose: () => void;
}

/** Scenes of another take, each with its words against the story in use; the chosen ones become part of a new take. */
export function MergeScenes({ into, source, onMerge, onClose }: MergeScenesProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const now = storyBefore(into.story);
  const different = source.story.scenes.filter((scene) => sceneChanged(scene, now));
  const toggle = (id: string) => {
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  return (
    <Dialog
      open
      title={`Scenes of take ${String(source.take)}`}
      description={
        different.length === 0
          ? 'Every scene of it reads as in the story in use.'
          : `Choose those that are to replace theirs in take ${String(into.take)}. Both takes stay.`
      }
      onOpenChange={onClose}
      className="!w-[min(44rem,calc(100vw-2rem))]"
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            variant="filled"
            aria-disabled={chosen.length === 0}
            onClick={() => {
              onMerge([...chosen]);
              onClose();
            }}
          >
            Merge {countOf(chosen.length, 'scene')}, free
          </Button>
        </>
      }
    >
      <ul className="mt-3 flex flex-col gap-2">
        {different.map((scene) => (
          <SceneChoice
            key={scene.id}
            scene={scene}
            number={source.story.scenes.indexOf(scene) + 1}
            before={now.scene(scene.id)}
            chosen={chosen.includes(scene.id)}
            onToggle={() => {
              toggle(scene.id);
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface SceneChoiceProps {
  scene: Scene;
  number: number;
  /** The scene as it is in the story in use. */
  before: Scene | undefined;
  chosen: boolean;
  onToggle: () => void;
}

function SceneChoice({ scene, number, before, chosen, onToggle }: SceneChoiceProps) {
  return (
    <li>
      <label className="flex gap-3 rounded-card bg-raised p-3">
        <input
          type="checkbox"
          aria-label={`Scene ${String(number)}, ${scene.title}`}
          checked={chosen}
          onChange={onToggle}
          className="mt-0.5 size-4 shrink-0 accent-(--color-ac)"
        />
        <span className="min-w-0">
          <b className="font-semibold">
            {number}. {scene.title}
          </b>
          {!before && <span className="text-small text-tx-3"> is not in the story in use</span>}
          <span className="mt-1 block text-small/5 whitespace-pre-line text-tx-2">
            <DiffText before={before ? sceneText(before) : ''} after={sceneText(scene)} />
          </span>
        </span>
      </label>
    </li>
  );
}
