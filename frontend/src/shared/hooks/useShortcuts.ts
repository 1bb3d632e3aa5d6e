import { useEffect, useRef } from 'react';
import { shortcuts as registry, type Shortcut } from '@/shared/lib/keys';

/** Make shortcuts work while the calling component is on the page. They always run the newest `run`. */
export function useShortcuts(list: readonly Shortcut[], enabled = true): void {
  const newest = useRef(list);
  useEffect(() => {
    newest.current = list;
  });
  const signature = list.map(({ keys, label }) => `${keys}\u0000${label}`).join('\u0001');
  useEffect(() => {
    if (!enabled) return undefined;
    return registry.add(
      newest.current.map((shortcut, index) => ({
        ...shortcut,
        run: (event: KeyboardEvent) => {
          newest.current[index]?.run(event);
        },
      })),
    );
  }, [signature, enabled]);
}
