import { useState } from 'react';
import { blobUrl } from '@/api/projects';
import type { Item } from '@/api/types';
import { RatingPrompt } from '@/features/rating/RatingPrompt';
import { CutPanel } from '@/features/video/CutPanel';
import { FilmPlayer } from '@/features/video/FilmPlayer';
import { pictureRatio, shownTake } from '@/shared/lib/items';
import { formatClock, formatSeconds } from '@/shared/lib/time';
import { Segmented } from '@/shared/ui';
import { LockedStage } from '../StageNotice';
import { BoardSheet } from './BoardSheet';
import { filmStill } from './pictures';
import { PictureFooter } from './PictureFooter';
import type { StageProps } from './stageProps';
import { StageTop } from './StageTop';
import { useBoardKeys } from './useBoardKeys';
import { usePictureActions } from './usePictureActions';
import { CARD_WIDTH } from './ZoomSlider';

type View = 'cut' | 'clips';

/** The film: the cut in a player over its timeline, or clip by clip. */
export function VideoStage(props: StageProps) {
  const { project, live, shape, items, selection, actions } = props;
  const cut = project.items.find(({ kind }) => kind === 'cut');
  const film = cut && shownTake(cut);
  const [chosen, setChosen] = useState<View | null>(null);
  const [approving, setApproving] = useState(false);
  const pictures = usePictureActions(props);
  useBoardKeys(props, pictures, undefined);
  const ratio = pictureRatio(project);
  const view = chosen ?? (film?.media ? 'cut' : 'clips');
  const empty = items.length === 0 || (shape.state === 'locked' && shape.made === 0);
  const missing = items.filter(({ selected }) => selected === null);
  const panel = (
    <CutPanel
      projectId={project.id}
      cut={cut}
      settings={project.cut}
      live={cut && live.progressOf(cut.id)}
      frames={project.items.filter(({ kind }) => kind === 'frame').length}
      blockedBecause={cutBlocked(items, missing)}
      onSettings={actions.setCut}
      onCut={() => {
        if (cut) actions.regenerate('video', [cut.id]);
      }}
    />
  );
  const posterOf = (item: Item) => filmStill(project, item);
  const first = items[0];
  const poster = first && posterOf(first);
  if (empty) {
    return (
      <>
        <StageTop
          {...props}
          asking={false}
          onAskApprove={() => {
            setApproving(true);
          }}
        />
        <LockedStage project={project} stage={shape} />
      </>
    );
  }
  return (
    <>
      <StageTop
        {...props}
        views={
          <Segmented
            label="View"
            value={view}
            onChange={setChosen}
            segments={[
              { value: 'cut', label: film ? `Cut, take ${String(film.number)}` : 'Cut' },
              { value: 'clips', label: 'Clip by clip' },
            ]}
          />
        }
        asking={approving || pictures.asking !== null}
        onAskApprove={() => {
          setApproving(true);
        }}
      />
      {view === 'cut' && film?.media ? (
        <FilmPlayer
          media={film.media}
          poster={poster && blobUrl(poster, { width: 1280 })}
          title={`${project.title}, the cut`}
          clips={items}
          ratio={ratio}
          captionsInPicture={film.cut?.captions ?? false}
          posterOf={posterOf}
          selection={selection}
          onChange={selection.change}
          panel={panel}
        />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col md:flex-row max-md:overflow-y-auto">
          <div className="min-h-64 min-w-0 flex-1 md:overflow-y-auto">
            {view === 'cut' && (
              <p className="px-5 pt-4 text-tx-2">
                There is no cut yet. It is made when every clip has a take.
              </p>
            )}
            <BoardSheet
              {...props}
              label="Clips"
              cardWidth={CARD_WIDTH.usual}
              pictures={pictures}
              look={(item) => ({
                edge: {
                  isCode: true,
                  name: String(item.number),
                  after: `${item.code} ${formatClock(item.start_s ?? 0)}`,
                  right: item.seconds === null ? '' : formatSeconds(item.seconds),
                },
                ratio,
                poster: posterOf(item) ?? null,
              })}
            />
          </div>
          {panel}
        </div>
      )}
      <RatingPrompt project={project} />
      <PictureFooter
        stageProps={props}
        pictures={pictures}
        approving={approving}
        onApproveAsked={() => {
          setApproving(false);
        }}
      />
    </>
  );
}

function cutBlocked(clips: readonly Item[], missing: readonly Item[]): string {
  if (clips.some(({ work }) => work !== null)) return 'Clips are being made.';
  const first = missing[0];
  if (!first) return '';
  return missing.length === 1
    ? `Clip ${String(first.number)} has no take yet.`
    : `${String(missing.length)} clips have no take yet.`;
}
