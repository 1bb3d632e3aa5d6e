import type { ReactNode } from 'react';
import type { Item } from '@/api/types';
import { boardItems, FILTER_WORDS, WHOLE_BOARD, type BoardView } from '@/features/sheet/boardOrder';
import { ContactSheet, type CardLook } from '@/features/sheet/ContactSheet';
import { stageBefore } from '../railLine';
import type { StageProps } from './stageProps';
import type { PictureActions } from './usePictureActions';

interface BoardSheetProps extends StageProps {
  label: string;
  cardWidth: number;
  pictures: PictureActions;
  look: (item: Item) => Omit<CardLook, 'lockedBecause'>;
  /** What is on show, and in which order. */
  view?: BoardView;
  onPlace?: ((item: Item, before: Item | null) => void) | undefined;
  trailing?: ReactNode;
}

/** The contact sheet of a stage, wired to the project. */
export function BoardSheet({
  label,
  cardWidth,
  pictures,
  look,
  view = WHOLE_BOARD,
  onPlace,
  trailing,
  ...props
}: BoardSheetProps) {
  const { live, shape, items, selection, actions } = props;
  const lockedBecause =
    shape.state === 'locked' ? `Approve the ${stageBefore(shape.name) ?? 'story'} first` : '';
  const one = ({ id }: Item) => {
    actions.renew(shape.name, [id]);
  };
  const shown = boardItems(items, view);
  const whole = view.filter === 'all' && view.sort === 'film';
  if (shown.length === 0) {
    return (
      <p role="status" className="p-5 text-tx-3">
        None of these is “{FILTER_WORDS[view.filter].toLowerCase()}”. Show all in the filter.
      </p>
    );
  }
  return (
    <ContactSheet
      label={label}
      items={shown}
      cardWidth={cardWidth}
      look={(item) => ({ ...look(item), lockedBecause })}
      progressOf={live.progressOf}
      waitingOf={live.waitingOf}
      vendor={props.vendor}
      selection={selection}
      onChange={selection.change}
      onUpload={pictures.upload}
      onPeek={pictures.peek}
      onPlace={whole ? onPlace : undefined}
      onRetry={actions.retry}
      onCheck={actions.check}
      onBudget={actions.askBudget}
      onRenew={one}
      onCancel={actions.cancel}
      onEnlarge={pictures.enlarge}
      trailing={whole ? trailing : undefined}
    />
  );
}
