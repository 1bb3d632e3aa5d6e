import { Compare } from '@/features/compare/Compare';
import { Enlarge } from '@/features/compare/Enlarge';
import { TakesStrip } from '@/features/takes/TakesStrip';
import type { ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { pictureRatio, takesUploads } from '@/shared/lib/items';
import { formatWait } from '@/shared/lib/time';
import { ActionBar, regenerateWords } from '../ActionBar';
import { ConfirmLine } from '../ConfirmLine';
import { approveQuestion } from '../Verdict';
import { filmStill, takePicture } from './pictures';
import type { StageProps } from './stageProps';
import type { PictureActions } from './usePictureActions';

interface PictureFooterProps {
  stageProps: StageProps;
  pictures: PictureActions;
  approving: boolean;
  onApproveAsked: () => void;
  remarkOf?: (item: Item) => string | undefined;
  /** Right end of the action bar. */
  zoom?: ReactNode;
}

/** Under a picture stage: the open question, the action bar, the takes; and what opens over it. */
export function PictureFooter({
  stageProps,
  pictures,
  approving,
  onApproveAsked,
  remarkOf = () => undefined,
  zoom,
}: PictureFooterProps) {
  const { project, shape, items, selection, actions } = stageProps;
  const { targets, focused, enlarged, asking } = pictures;
  const films = shape.name === 'video';
  const sourcePicture = (item: string, take: number) => takePicture(project, item, take);
  const regenerate = (chosen: readonly Item[]) => {
    actions.regenerate(
      shape.name,
      chosen.map(({ id }) => id),
    );
  };
  return (
    <>
      {approving && (
        <ConfirmLine
          quiet={stageProps.planWaits}
          verb={`Approve ${shape.name}`}
          onClose={onApproveAsked}
          onConfirm={() => {
            actions.approve(shape.name, false);
          }}
        >
          {approveQuestion(project, shape)}
        </ConfirmLine>
      )}
      {asking && asking.length > 0 && (
        <ConfirmLine
          quiet={stageProps.planWaits}
          verb={regenerateWords(asking, shape.name)}
          onClose={pictures.closeAsk}
          onConfirm={() => {
            regenerate(asking);
          }}
        >
          Makes {asking.length === 1 ? 'a new take' : `${String(asking.length)} new takes`},{' '}
          {waitWords(asking)}. The takes there are stay.
        </ConfirmLine>
      )}
      <ActionBar
        stage={shape.name}
        targets={targets}
        selectedCount={selection.selected.length}
        onEnlarge={() => {
          pictures.enlarge(targets[0]);
        }}
        onCompare={pictures.compare}
        onEdit={pictures.edit}
        onUpload={pictures.chooseFile}
        onRegenerate={() => {
          pictures.askRegenerate(targets);
        }}
        onRenew={regenerate}
        onRetry={regenerate}
        onClear={() => {
          selection.change({ kind: 'clear' });
        }}
      >
        {zoom}
      </ActionBar>
      {focused && (
        <TakesStrip
          key={focused.id}
          item={focused}
          ratio={pictureRatio(project)}
          posterOf={films ? (take: Take) => filmStill(project, focused, take) : undefined}
          onPick={(take) => {
            actions.pick(focused, take);
          }}
          onAnother={
            focused.work
              ? undefined
              : () => {
                  pictures.askRegenerate([focused]);
                }
          }
          onCompare={undefined}
          onUpload={takesUploads(focused) && targets.length > 1 ? pictures.chooseFile : undefined}
        />
      )}
      {enlarged && (
        <Enlarge
          items={items}
          item={enlarged}
          onItem={(id) => {
            pictures.enlarge(items.find((item) => item.id === id));
            selection.change({ kind: 'focus', id });
          }}
          onClose={() => {
            pictures.enlarge(undefined);
          }}
          onPick={actions.pick}
          onCompare={enlarged.takes.length > 1 ? pictures.compareTakes : undefined}
          posterOf={(item) => (films ? filmStill(project, item) : null)}
          sourcePicture={sourcePicture}
          remarkOf={remarkOf}
        />
      )}
      {pictures.pair && (
        <Compare
          pair={pictures.pair}
          onClose={pictures.closeCompare}
          onPick={actions.pick}
          sourcePicture={sourcePicture}
        />
      )}
    </>
  );
}

function waitWords(items: readonly Item[]): string {
  const seconds = items.map((item) => item.usual_seconds);
  return formatWait(
    Math.max(...seconds),
    seconds.reduce((sum, each) => sum + each, 0),
  );
}
