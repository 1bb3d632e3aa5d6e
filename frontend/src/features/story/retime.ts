import type { Scene, Shot, Story, StoryEdit } from '@/api/types';

/** A shot with its place in the film. `start_s`: seconds from the start; `code`: scene and letter ("4A"). */
export interface PlacedShot {
  shot: Shot;
  scene: Scene;
  sceneNumber: number;
  code: string;
  start_s: number;
}

/** Length of a scene in seconds. */
export function sceneSeconds(scene: Scene): number {
  return scene.shots.reduce((sum, shot) => sum + shot.seconds, 0);
}

/** Length of the film in seconds. */
export function storySeconds(story: Story): number {
  return story.scenes.reduce((sum, scene) => sum + sceneSeconds(scene), 0);
}

/** When each scene starts, in seconds, in film order. */
export function sceneStarts(story: Story): number[] {
  const lengths = story.scenes.map(sceneSeconds);
  return lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
}

/** Every shot in film order with its code and start. */
export function placedShots(story: Story): PlacedShot[] {
  let start = 0;
  return story.scenes.flatMap((scene, index) =>
    scene.shots.map((shot, letter) => {
      const placed = {
        shot,
        scene,
        sceneNumber: index + 1,
        code: `${index + 1}${String.fromCharCode(65 + letter)}`,
        start_s: start,
      };
      start += shot.seconds;
      return placed;
    }),
  );
}

/** The edit that moves a shot one place earlier (-1) or later (+1); null at the film's ends. */
export function moveBy(story: Story, shotId: string, step: -1 | 1): StoryEdit | null {
  const ids = placedShots(story).map(({ shot }) => shot.id);
  const from = ids.indexOf(shotId);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  const after = ids[step === 1 ? to : to - 1] ?? '';
  return { op: 'move_shot', id: shotId, after };
}
