import {
  Captions,
  Maximize,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { Button, IconButton } from '@/shared/ui';
import { timecode } from './playerTime';
import type { PlayerCore } from './playerCore';
import { usePlayerState, usePlayerTime } from './usePlayer';

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

interface TransportProps {
  player: PlayerCore;
  duration: number;
  /** Captions on or off; null where they are part of the picture. */
  captions: boolean | null;
  onCaptions: () => void;
  looping: boolean;
  onLoop: () => void;
  onClip: (step: -1 | 1) => void;
}

/** The player's controls: clip before, play, clip after, time, captions, loop, sound, full screen. */
export function Transport(props: TransportProps) {
  const { player, duration, captions, onCaptions, looping, onLoop, onClip } = props;
  const { rate, muted } = usePlayerState(player);
  const playing = rate !== 0;
  const PlayIcon = playing ? Pause : Play;
  return (
    <div
      role="toolbar"
      aria-label="Player"
      className="flex min-h-[46px] shrink-0 flex-wrap items-center gap-2"
    >
      <IconButton
        label="Clip before"
        keys="arrowup"
        side="top"
        onClick={() => {
          onClip(-1);
        }}
      >
        <SkipBack {...ICON} />
      </IconButton>
      <button
        type="button"
        aria-label={playing ? 'Pause' : 'Play'}
        aria-keyshortcuts="Space"
        onClick={player.toggle}
        className="touch grid size-8 place-items-center rounded-full bg-tx text-bg transition-colors duration-[80ms] hover:bg-white"
      >
        <PlayIcon {...ICON} fill="currentColor" />
      </button>
      <IconButton
        label="Clip after"
        keys="arrowdown"
        side="top"
        onClick={() => {
          onClip(1);
        }}
      >
        <SkipForward {...ICON} />
      </IconButton>
      <span className="code ml-1.5 whitespace-nowrap">
        <Timecode player={player} /> <span className="text-tx-3">/ {timecode(duration)}</span>
      </span>
      {rate !== 0 && rate !== 1 && <span className="code text-small text-tx-3">{rate}×</span>}
      <span className="ml-auto flex items-center gap-1">
        {captions === null ? (
          <span className="px-2 text-small text-tx-3 max-xl:hidden">Captions are in the picture</span>
        ) : (
          <Button
            variant="ghost"
            size="compact"
            keys="t"
            pressed={captions}
            icon={<Captions {...ICON} />}
            onClick={onCaptions}
          >
            Captions
          </Button>
        )}
        <Button
          variant="ghost"
          size="compact"
          keys="shift+l"
          pressed={looping}
          icon={<Repeat {...ICON} />}
          onClick={onLoop}
        >
          Loop clip
        </Button>
        <IconButton
          label={muted ? 'Sound on' : 'Sound off'}
          keys="m"
          side="top"
          pressed={muted}
          onClick={player.toggleMute}
        >
          {muted ? <VolumeX {...ICON} /> : <Volume2 {...ICON} />}
        </IconButton>
        <IconButton label="Full screen" keys="f" side="top" onClick={player.toggleFullScreen}>
          <Maximize {...ICON} />
        </IconButton>
      </span>
    </div>
  );
}

function Timecode({ player }: { player: PlayerCore }) {
  return <>{timecode(usePlayerTime(player))}</>;
}
