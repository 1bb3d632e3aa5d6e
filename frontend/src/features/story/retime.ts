import type { Scene, Shot, Story, StoryEdit } from '@/api/types';

/** Shots last a multiple of half a second, and at least one second. */
export const SHOT_STEP_S = 0.5;
export const SHOT_MIN_S = 1;
export const SHOT_MAX_S = 30;

/** A shot with its place in the film. `start_s`: seconds from the start; `code`: scene and letter ("4A"). */
export interface PlacedShot {
  shot: Shot;
  scene: Scene;
  sceneNumber: number;
  code: string;
  start_s: number;
}

/** The nearest length a shot can have. */
export function snapSeconds(seconds: number): number {
  const snapped = Math.round(seconds / SHOT_STEP_S) * SHOT_STEP_S;
  return Math.min(SHOT_MAX_S, Math.max(SHOT_MIN_S, snapped));
}

/** Seconds typed by a person ("2.5", "2,5 s"), snapped; null when it is not a number. */
export function parseSeconds(text: string): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*s?\s*$/i.exec(text);
  const [, digits] = match ?? [];
  return digits === undefined ? null : snapSeconds(Number(digits.replace(',', '.')));
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
