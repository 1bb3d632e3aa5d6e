import type { Item, Story } from '@/api/types';
import { countOf, listOf } from '@/shared/lib/words';

/** Which scenes show a reference: "In 2 scenes: 1 and 4". */
export function usedIn(item: Item, story: Story): string {
  const numbers = story.scenes.flatMap((scene, index) => {
    const shown =
      item.kind === 'style' ||
      scene.place === item.entity ||
      scene.shots.some(({ who }) => who.includes(item.entity ?? ''));
    return shown ? [String(index + 1)] : [];
  });
  if (numbers.length === 0) return 'In no scene yet';
  if (numbers.length === story.scenes.length) return 'In every scene';
  return `In ${countOf(numbers.length, 'scene')}: ${listOf(numbers)}`;
}
