import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Whether the director has its own column: the `lg` width of the styles, which follows the text size. */
export const useWide = () => useMediaQuery('(min-width: 73.75rem)');

export const useReducedMotion = () => useMediaQuery('(prefers-reduced-motion: reduce)');
