import { Compare } from '@/features/compare/Compare';
import { Enlarge } from '@/features/compare/Enlarge';
import { AdjustPanel } from '@/features/adjust/AdjustPanel';
import { TakesStrip } from '@/features/takes/TakesStrip';
import type { ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { pictureRatio, takesUploads } from '@/shared/lib/items';
import { ActionBar } from '../ActionBar';
import { ConfirmLine } from '../ConfirmLine';
import { NoteLine } from '../NoteLine';
import { RegenerateLine } from '../RegenerateLine';
import { approveQuestion } from '../Verdict';
import { MoreRows } from './MoreRows';
import { downloadTake } from './picks';
import { filmStill, takePicture } from './pictures';
import type { ShotTools } from './shotTools';
import type { StageProps } from './stageProps';
import type { PictureActions } from './usePictureActions';

interface PictureFooterProps {
  stageProps: StageProps;
  pictures: PictureActions;
  /** Where the shots can be changed. */
  shots?: ShotTools | undefined;
  approving: boolean;
  onApproveAsked: () => void;
  remarkOf?: (item: Item) => string | undefined;
  /** Words of the focused item that are changed in place. */
  words?: ReactNode;
  /** Right end of the action bar. */
  zoom?: ReactNode;
}

/** Under a picture stage: the open question, the action bar, the takes. */
export function PictureFooter(props: PictureFooterProps) {
  const { stageProps, pictures, shots, words, zoom } = props;
  const { project, shape, selection, actions } = stageProps;
  const { targets, focused } = pictures;
  const films = shape.name === 'video';
  const regenerate = (chosen: readonly Item[]) => {
    actions.regenerate(
      shape.name,
      chosen.map(({ id }) => id),
    );
  };
  return (
    <>
      <OpenQuestion {...props} />
      <ActionBar
        stage={shape.name}
        targets={targets}
        selectedCount={selection.selected.length}
        actions={{
          enlarge: targets[0] && (() => pictures.enlarge(targets[0])),
          compare: pictures.compare,
          note: targets[0] && pictures.askNote,
          edit: pictures.edit,
          adjust: pictures.adjust,
          regenerate: () => {
            pictures.askRegenerate(targets);
          },
          renew: (chosen) => {
            actions.renew(
              shape.name,
              chosen.map(({ id }) => id),
            );
          },
          keep: (chosen) => {
            actions.keep(
              shape.name,
              chosen.map(({ id }) => id),
            );
          },
          retry: regenerate,
          clear: () => {
            selection.change({ kind: 'clear' });
          },
        }}
        more={
          <MoreRows
            targets={targets}
            actions={actions}
            model={focused}
            shots={shots}
            onUpload={() => {
              pictures.chooseFile(targets[0]);
            }}
          />
        }
      >
        {zoom}
      </ActionBar>
      {focused && (
        <TakesStrip
          key={focused.id}
          item={focused}
          ratio={pictureRatio(project)}
          words={words}
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
          onUpload={
            takesUploads(focused) && !focused.work
              ? () => {
                  pictures.chooseFile(focused);
                }
              : undefined
          }
          onFile={
            takesUploads(focused) && !focused.work
              ? (file) => {
                  pictures.upload(focused, file);
                }
              : undefined
          }
          takeActions={{
            compare: (take) => {
              pictures.compareWith(focused, take);
            },
            note: (take) => {
              pictures.noteOnTake(focused, take);
            },
            download: (take) => {
              downloadTake(focused, take);
            },
          }}
        />
      )}
      <OpenWindow {...props} />
    </>
  );
}

/** The question that waits for an answer: a sign-off, new takes, or a note. */
function OpenQuestion({ stageProps, pictures, approving, onApproveAsked }: PictureFooterProps) {
  const { project, shape, actions, planWaits } = stageProps;
  const { asking, note } = pictures;
  return (
    <>
      {approving && (
        <ConfirmLine
          quiet={planWaits}
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
        <RegenerateLine
          key={asking.map(({ id }) => id).join()}
          items={asking}
          stage={shape.name}
          quiet={planWaits}
          onClose={pictures.closeAsk}
          onConfirm={(wish) => {
            const items = asking.map(({ id }) => id);
            if (wish.until) {
              actions.tryUntil(shape.name, { ...wish.until, items, instruction: wish.instruction });
            } else actions.regenerate(shape.name, items, wish);
          }}
        />
      )}
      {note && (
        <NoteLine
          key={note.initial + note.items.map(({ id }) => id).join()}
          items={note.items}
          initial={note.initial}
          onClose={pictures.closeNote}
          onSend={(text, items) => {
            actions.note(
              text,
              shape.name,
              items.map(({ id }) => id),
            );
          }}
        />
      )}
    </>
  );
}

/** What opens over the whole page: one item enlarged, two takes compared, a picture adjusted. */
function OpenWindow({ stageProps, pictures, remarkOf = () => undefined }: PictureFooterProps) {
  const { project, shape, items, selection, actions } = stageProps;
  const { enlarged, pair } = pictures;
  const films = shape.name === 'video';
  const [adjusted, ...alike] = pictures.adjusting;
  const sourcePicture = (item: string, take: number) => takePicture(project, item, take);
  return (
    <>
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
      {pair && (
        <Compare
          pair={pair}
          onClose={pictures.closeCompare}
          onPick={actions.pick}
          sourcePicture={sourcePicture}
          posterOf={(item, take) => (films ? filmStill(project, item, take) : take.media?.sha256)}
        />
      )}
      {adjusted && (
        <AdjustPanel
          projectId={project.id}
          items={[adjusted, ...alike]}
          onClose={pictures.closeAdjust}
          onSave={actions.adjust}
        />
      )}
    </>
  );
}
