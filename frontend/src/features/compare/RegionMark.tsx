import type { Region } from './ScoreList';

/** The part of a picture that a score speaks of; lies over a picture that fills its box. */
export function RegionMark({ region: [left = 0, top = 0, right = 1, bottom = 1] }: { region: Region }) {
  const share = (value: number) => `${String(value * 100)}%`;
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute animate-fade rounded-xs shadow-[0_0_0_2px_var(--color-white),0_0_0_3px_#000,inset_0_0_0_1px_#000]"
      style={{ left: share(left), top: share(top), width: share(right - left), height: share(bottom - top) }}
    />
  );
}
