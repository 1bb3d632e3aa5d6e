import { useState, type ReactNode } from 'react';
import type { Item, Media } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import type { Selection, SelectionChange } from '@/shared/lib/selection';
import { captionSpans, clipSpans, filmSeconds } from './filmLanes';
import { FilmTimeline } from './FilmTimeline';
import { PlayerStage } from './PlayerStage';
import { spanAt } from './playerTime';
import { Transport } from './Transport';
import { usePlayer } from './usePlayer';

interface FilmPlayerProps {
  /** The film that plays. */
  media: Media;
  poster: string | undefined;
  title: string;
  clips: readonly Item[];
  ratio: number;
  captionsInPicture: boolean;
  posterOf: (item: Item) => string | null | undefined;
  selection: Selection;
  onChange: (change: SelectionChange) => void;
  /** The panel at the right of the picture. */
  panel: ReactNode;
}

/** Player over timeline. Keys: Space, J K L, Left and Right, Up and Down, T, M, F, Shift+L. */
export function FilmPlayer(props: FilmPlayerProps) {
  const { media, poster, title, clips, ratio, captionsInPicture, posterOf, selection, onChange, panel } =
    props;
  const [captioned, setCaptioned] = useState(true);
  const [loopId, setLoopId] = useState<string | null>(null);
  const spans = clipSpans(clips);
  const duration = media.seconds ?? filmSeconds(spans);
  const player = usePlayer(
    duration,
    spans.find(({ item }) => item.id === loopId),
  );
  const captions = captionSpans(spans);

  const toClip = (step: -1 | 1) => {
    const here = spanAt(spans, player.readTime());
    const target = spans[Math.min(spans.length - 1, Math.max(0, here + step))];
    if (!target) return;
    player.seek(target.start);
    onChange({ kind: 'focus', id: target.item.id });
  };
  const toggleLoop = () => {
    setLoopId(loopId === null ? (spans[spanAt(spans, player.readTime())]?.item.id ?? null) : null);
  };
  const key = (keys: string, label: string, run: () => void) => ({ keys, label, group: 'Player', run });
  useShortcuts([
    key('space', 'Play or pause', player.toggle),
    key('j', 'Backwards, again for faster', () => {
      player.shuttle(-1);
    }),
    key('k', 'Pause', player.pause),
    key('l', 'Forwards, again for faster', () => {
      player.shuttle(1);
    }),
    key('arrowleft', 'One film frame back', () => {
      player.step(-1);
    }),
    key('arrowright', 'One film frame on', () => {
      player.step(1);
    }),
    key('shift+arrowleft', 'Ten film frames back', () => {
      player.step(-10);
    }),
    key('shift+arrowright', 'Ten film frames on', () => {
      player.step(10);
    }),
    key('arrowup', 'Clip before', () => {
      toClip(-1);
    }),
    key('arrowdown', 'Clip after', () => {
      toClip(1);
    }),
    key('t', 'Captions on or off', () => {
      setCaptioned(!captioned);
    }),
    key('shift+l', 'Loop the clip', toggleLoop),
    key('m', 'Sound on or off', player.toggleMute),
    key('f', 'Full screen', player.toggleFullScreen),
  ]);
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col md:flex-row max-md:overflow-y-auto">
        <div
          data-player
          className="flex min-h-64 min-w-0 flex-1 flex-col bg-well px-3 pt-4 max-md:min-h-[64vw] max-md:flex-none sm:px-5"
        >
          <PlayerStage
            key={media.sha256}
            player={player}
            media={media}
            poster={poster}
            ratio={ratio}
            captions={captioned && !captionsInPicture ? captions : []}
            label={title}
          />
          <Transport
            player={player}
            duration={duration}
            captions={captionsInPicture ? null : captioned}
            onCaptions={() => {
              setCaptioned(!captioned);
            }}
            looping={loopId !== null}
            onLoop={toggleLoop}
            onClip={toClip}
          />
        </div>
        {panel}
      </div>
      <FilmTimeline
        spans={spans}
        captions={captions}
        duration={duration}
        player={player}
        posterOf={posterOf}
        selection={selection}
        onChange={onChange}
      />
    </>
  );
}
