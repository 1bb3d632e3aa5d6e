import { useCallback } from 'react';
import type { Media } from '@/api/types';
import { blobUrl } from '@/api/projects';
import type { PlayerCore } from './playerCore';
import { usePlayerTime } from './usePlayer';
import type { TimedText } from './filmLanes';

interface PlayerStageProps {
  player: PlayerCore;
  media: Media;
  poster: string | undefined;
  /** Width over height. */
  ratio: number;
  /** Captions to lay over the picture; none where they are part of it. */
  captions: TimedText[];
  label: string;
}

/** The picture of the player, with its captions. A click plays or pauses. */
export function PlayerStage({ player, media, poster, ratio, captions, label }: PlayerStageProps) {
  const attach = useCallback((video: HTMLVideoElement | null) => player.attach(video), [player]);
  return (
    <div className="relative flex min-h-0 w-full flex-1 items-center justify-center @container-size">
      <div
        className="relative max-h-full max-w-full overflow-hidden rounded-[3px]"
        style={{ aspectRatio: ratio, width: `min(100cqw, calc(100cqh * ${String(ratio)}))` }}
      >
        {/* Captions are drawn from the story's own text, so that they can be switched without a new cut. */}
        {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={attach}
          src={blobUrl(media.sha256)}
          poster={poster}
          aria-label={label}
          playsInline
          preload="auto"
          onClick={player.toggle}
          className="size-full bg-well object-contain"
        />
        <Caption player={player} captions={captions} />
      </div>
    </div>
  );
}

function Caption({ player, captions }: Pick<PlayerStageProps, 'player' | 'captions'>) {
  const time = usePlayerTime(player);
  const shown = captions.find(({ start, end }) => time >= start && time < end);
  if (!shown) return null;
  return (
    <p className="pointer-events-none absolute inset-x-4 bottom-[5%] text-center text-[1rem]/6 text-white">
      <span className="rounded-tag bg-black/75 box-decoration-clone px-2.5 py-0.5">{shown.text}</span>
    </p>
  );
}
