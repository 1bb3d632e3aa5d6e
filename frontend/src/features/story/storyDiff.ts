import type { Scene, Shot, Story, Take } from '@/api/types';
import { wordDiff } from '@/shared/lib/diff';

/** The part of an earlier story that a part of this one is compared with. */
export interface StoryBefore {
  title: string;
  logline: string;
  scene: (id: string) => Scene | undefined;
  shot: (id: string) => Shot | undefined;
  hasEntity: (id: string) => boolean;
}

/** Look-ups in an earlier story, by id: a moved shot is compared with itself. */
export function storyBefore(story: Story): StoryBefore {
  const scenes = new Map(story.scenes.map((scene) => [scene.id, scene]));
  const shots = new Map(story.scenes.flatMap((scene) => scene.shots).map((shot) => [shot.id, shot]));
  const entities = new Set(story.entities.map((entity) => entity.id));
  return {
    title: story.title,
    logline: story.logline,
    scene: (id) => scenes.get(id),
    shot: (id) => shots.get(id),
    hasEntity: (id) => entities.has(id),
  };
}

/** Everything of a story that is read: what its words are counted and compared by. */
export function storyText(story: Story): string {
  const scenes = story.scenes.flatMap((scene) => [scene.title, ...scene.shots.flatMap(shotText)]);
  return [story.title, story.logline, ...scenes, story.call_to_action].filter(Boolean).join('\n');
}

/** What is read of a scene, a line for each part: its title, then what happens, is said and shown in each shot. */
export function sceneText({ title, mood, shots }: Scene): string {
  return [`${title}, ${mood}`, ...shots.map((shot) => shotText(shot).join(' / '))].join('\n');
}

/** Words a story has. */
export function storyWords(story: Story): number {
  return storyText(story)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words added and removed between two takes of the story. */
export function storyChange(before: Story, after: Story): { added: number; removed: number } {
  const { added, removed } = wordDiff(storyText(before), storyText(after));
  return { added, removed };
}

/** Does a scene read or run differently than before. */
export function sceneChanged(scene: Scene, before: StoryBefore): boolean {
  const old = before.scene(scene.id);
  if (!old) return true;
  const print = ({ title, time, weather, mood, shots }: Scene) =>
    JSON.stringify([title, time, weather, mood, shots]);
  return print(old) !== print(scene);
}

/** The take a take is compared with unless the creator chooses: the one it came from, else the one before. */
export function comparedTake(takes: readonly Take[], shown: Take): Take | undefined {
  const parent = takes.find((take) => take.number === shown.parent);
  return parent ?? takes.filter((take) => take.number < shown.number).at(-1);
}

function shotText(shot: Shot): string[] {
  return [shot.action, shot.line, shot.caption].filter(Boolean);
}
