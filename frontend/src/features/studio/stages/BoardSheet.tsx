import type { ReactNode } from 'react';
import type { Item } from '@/api/types';
import { ContactSheet, type CardLook } from '@/features/sheet/ContactSheet';
import { stageBefore } from '../railLine';
import type { StageProps } from './stageProps';
import type { PictureActions } from './usePictureActions';

interface BoardSheetProps extends StageProps {
  label: string;
  cardWidth: number;
  pictures: PictureActions;
  look: (item: Item) => Omit<CardLook, 'lockedBecause'>;
  trailing?: ReactNode;
}

/** The contact sheet of a stage, wired to the project. */
export function BoardSheet({ label, cardWidth, pictures, look, trailing, ...props }: BoardSheetProps) {
  const { live, shape, items, selection, actions } = props;
  const lockedBecause =
    shape.state === 'locked' ? `Approve the ${stageBefore(shape.name) ?? 'story'} first` : '';
  const one = ({ id }: Item) => {
    actions.regenerate(shape.name, [id]);
  };
  return (
    <ContactSheet
      label={label}
      items={items}
      cardWidth={cardWidth}
      look={(item) => ({ ...look(item), lockedBecause })}
      progressOf={live.progressOf}
      waitingOf={live.waitingOf}
      vendor={props.vendor}
      selection={selection}
      onChange={selection.change}
      onUpload={pictures.upload}
      onRetry={actions.retry}
      onCheck={actions.check}
      onBudget={actions.askBudget}
      onRenew={one}
      onCancel={actions.cancel}
      onEnlarge={pictures.enlarge}
      trailing={trailing}
    />
  );
}
