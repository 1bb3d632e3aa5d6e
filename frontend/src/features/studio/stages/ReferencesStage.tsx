import { useState } from 'react';
import { AddReference } from '@/features/references/AddReference';
import { referenceEdge } from '@/features/references/referenceLook';
import { usedIn } from '@/features/references/usedIn';
import { BoardFilterMenu } from '@/features/sheet/BoardFilterMenu';
import { WHOLE_BOARD, type BoardView } from '@/features/sheet/boardOrder';
import { uploadProblem } from '@/features/sheet/uploads';
import { useRemembered } from '@/shared/hooks/useStored';
import { pictureRatio, stageItems } from '@/shared/lib/items';
import { LockedStage } from '../StageNotice';
import { BoardSheet } from './BoardSheet';
import { PictureFooter } from './PictureFooter';
import type { StageProps } from './stageProps';
import { StageTop } from './StageTop';
import { useBoardKeys } from './useBoardKeys';
import { usePictureActions } from './usePictureActions';
import { CARD_WIDTH, ZoomSlider } from './ZoomSlider';

/** One sheet per character, place and product, and the style frame. */
export function ReferencesStage(props: StageProps) {
  const { project, shape, items } = props;
  const [approving, setApproving] = useState(false);
  const [cardWidth, setCardWidth] = useRemembered<number>('references.zoom', CARD_WIDTH.usual);
  const [view, setView] = useState<BoardView>(WHOLE_BOARD);
  const pictures = usePictureActions(props);
  useBoardKeys(props, pictures, undefined);
  const { story } = project;
  const empty = items.length === 0 || (shape.state === 'locked' && shape.made === 0);
  return (
    <>
      <StageTop
        {...props}
        asking={approving || pictures.asking !== null}
        onAskApprove={() => {
          setApproving(true);
        }}
      >
        {!empty && <BoardFilterMenu items={items} view={view} onChange={setView} />}
      </StageTop>
      {empty ? (
        <LockedStage project={project} stage={shape} />
      ) : (
        <>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <BoardSheet
              {...props}
              label="References"
              cardWidth={cardWidth}
              pictures={pictures}
              view={view}
              trailing={
                <AddReference
                  ratio={pictureRatio(project)}
                  frames={stageItems(project, 'storyboard')}
                  problemOf={uploadProblem}
                  onAdd={props.actions.addReference}
                />
              }
              look={(item) => ({
                edge: referenceEdge(item),
                ratio: pictureRatio(project),
                poster: undefined,
                fit: 'contain',
              })}
            />
          </div>
          <PictureFooter
            stageProps={props}
            zoom={<ZoomSlider value={cardWidth} onChange={setCardWidth} />}
            pictures={pictures}
            approving={approving}
            onApproveAsked={() => {
              setApproving(false);
            }}
            remarkOf={(item) => (story ? usedIn(item, story) : undefined)}
          />
        </>
      )}
    </>
  );
}
