import { Clapperboard, GalleryThumbnails, LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { BoardFilterMenu } from '@/features/sheet/BoardFilterMenu';
import { WHOLE_BOARD, type BoardView } from '@/features/sheet/boardOrder';
import { Animatic } from '@/features/storyboard/Animatic';
import { AddShot } from '@/features/storyboard/AddShot';
import { ShotWords } from '@/features/storyboard/ShotWords';
import { Strip } from '@/features/storyboard/Strip';
import { useRemembered } from '@/shared/hooks/useStored';
import { pictureRatio } from '@/shared/lib/items';
import { formatClock, formatSeconds } from '@/shared/lib/time';
import { Segmented } from '@/shared/ui';
import { LockedStage } from '../StageNotice';
import { BoardSheet } from './BoardSheet';
import { PictureFooter } from './PictureFooter';
import { shotTools } from './shotTools';
import type { StageProps } from './stageProps';
import { StageTop } from './StageTop';
import { useBoardKeys } from './useBoardKeys';
import { usePictureActions } from './usePictureActions';
import { CARD_WIDTH, ZoomSlider } from './ZoomSlider';

type View = 'sheet' | 'strip' | 'animatic';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;
const VIEWS = [
  { value: 'sheet', label: 'Sheet', icon: <LayoutGrid {...ICON} /> },
  { value: 'strip', label: 'Strip', icon: <GalleryThumbnails {...ICON} /> },
  { value: 'animatic', label: 'Animatic', icon: <Clapperboard {...ICON} /> },
] as const;

/** The board: one frame per shot, as a sheet, along the time axis, or played. */
export function StoryboardStage(props: StageProps) {
  const { project, shape, items, selection, actions } = props;
  const [view, setView] = useState<View>('sheet');
  const [approving, setApproving] = useState(false);
  const [cardWidth, setCardWidth] = useRemembered<number>('board.zoom', CARD_WIDTH.usual);
  const [shown, setShown] = useState<BoardView>(WHOLE_BOARD);
  const pictures = usePictureActions(props);
  const shots = shotTools(items, actions.editStory);
  useBoardKeys(props, pictures, view === 'animatic' ? undefined : shots);
  const ratio = pictureRatio(project);
  const empty = items.length === 0 || (shape.state === 'locked' && shape.made === 0);
  return (
    <>
      <StageTop
        {...props}
        views={empty ? null : <Segmented label="View" value={view} onChange={setView} segments={VIEWS} />}
        asking={approving || pictures.asking !== null}
        onAskApprove={() => {
          setApproving(true);
        }}
      >
        {!empty && view === 'sheet' && <BoardFilterMenu items={items} view={shown} onChange={setShown} />}
      </StageTop>
      {empty ? (
        <LockedStage project={project} stage={shape} />
      ) : (
        <>
          {view === 'animatic' ? (
            <Animatic items={items} ratio={ratio} startAt={selection.selected[0] ?? null} />
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              {view === 'strip' ? (
                <Strip
                  items={items}
                  ratio={ratio}
                  selection={selection}
                  onChange={selection.change}
                  onEnlarge={pictures.enlarge}
                  onEdit={actions.editStory}
                />
              ) : (
                <BoardSheet
                  {...props}
                  label="Frames"
                  cardWidth={cardWidth}
                  pictures={pictures}
                  view={shown}
                  onPlace={shots.place}
                  look={(item) => ({
                    edge: {
                      isCode: true,
                      name: item.code,
                      after: formatClock(item.start_s ?? 0),
                      right: item.seconds === null ? '' : formatSeconds(item.seconds),
                    },
                    ratio,
                    poster: undefined,
                  })}
                  trailing={
                    <AddShot
                      frames={items}
                      after={selection.focused}
                      ratio={ratio}
                      onEdit={actions.editStory}
                    />
                  }
                />
              )}
            </div>
          )}
          <PictureFooter
            stageProps={props}
            zoom={view === 'sheet' ? <ZoomSlider value={cardWidth} onChange={setCardWidth} /> : undefined}
            pictures={pictures}
            shots={shots}
            words={
              pictures.focused &&
              view === 'sheet' && <ShotWords frame={pictures.focused} onEdit={actions.editStory} />
            }
            approving={approving}
            onApproveAsked={() => {
              setApproving(false);
            }}
          />
        </>
      )}
    </>
  );
}
