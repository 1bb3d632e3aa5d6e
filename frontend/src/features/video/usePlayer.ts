import { useEffect, useState, useSyncExternalStore } from 'react';
import { PlayerCore, type PlayerState } from './playerCore';
import type { Span } from './playerTime';

/** A player for one film. `duration` in seconds; `loop`: the stretch to repeat, if any. */
export function usePlayer(duration: number, loop: Span | undefined): PlayerCore {
  const [player] = useState(() => new PlayerCore());
  const start = loop?.start;
  const end = loop?.end;
  useEffect(() => {
    Object.assign(player, {
      duration,
      loop: start === undefined || end === undefined ? undefined : { start, end },
    });
  }, [player, duration, start, end]);
  useEffect(() => player.pause, [player]);
  return player;
}

/** Playing or paused, sound on or off. */
export function usePlayerState(player: PlayerCore): PlayerState {
  return useSyncExternalStore(player.onState, player.readState);
}

/** The moment on screen, in seconds. Only those who ask are drawn again as it runs. */
export function usePlayerTime(player: PlayerCore): number {
  return useSyncExternalStore(player.onTime, player.readTime);
}
