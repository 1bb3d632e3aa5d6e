import type { Item } from '@/api/types';
import { useNow } from '@/shared/hooks/useNow';

/** Seconds the work has run, counted on while `active`. */
export function useElapsed(item: Item, active: boolean): number {
  const now = useNow(1000, active);
  const started = item.work?.started_at;
  return started ? Math.max(0, (now - Date.parse(started)) / 1000) : 0;
}
