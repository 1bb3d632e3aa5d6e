import type { Item, Take } from '@/api/types';
import { formatMoment } from '@/shared/lib/time';
import { Button, Dialog, Picture, Tag } from '@/shared/ui';
import { editOf } from './api';
import { takeTree, type TakeNode } from './takeTree';
import { INTENTS } from './wishes';

interface HistoryDialogProps {
  item: Item;
  base: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRevert: (take: Take) => void;
}

/** All takes of the picture as a tree: what was made from what, and back to any of them. */
export function HistoryDialog({ item, base, open, onOpenChange, onRevert }: HistoryDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="How this picture came about"
      description="Going back keeps all takes: the one you choose is put in use and edited on."
      className="!w-[min(40rem,calc(100vw-2rem))]"
      actions={<Button onClick={() => onOpenChange(false)}>Close</Button>}
    >
      <div className="mt-3">
        <Branch nodes={takeTree(item.takes)} base={base} selected={item.selected} onRevert={onRevert} />
      </div>
    </Dialog>
  );
}

interface BranchProps {
  nodes: readonly TakeNode[];
  base: number;
  selected: number | null;
  onRevert: (take: Take) => void;
}

function Branch({ nodes, base, selected, onRevert }: BranchProps) {
  return (
    <ul className="flex flex-col gap-1.5">
      {nodes.map(({ take, children }) => (
        <li key={take.number} className="flex flex-col gap-1.5">
          <div className="flex items-center gap-3">
            <Picture sha256={take.media?.sha256} alt="" aspect="16 / 9" className="w-24 shrink-0" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <b className="font-semibold">Take {take.number}</b>
                {take.number === selected && <Tag tone="white">In use</Tag>}
                {take.number === base && <Tag>Being edited</Tag>}
              </p>
              <p className="truncate text-small text-tx-2">{wordsOf(take)}</p>
              <p className="num text-meta text-tx-3">{formatMoment(take.created_at)}</p>
            </div>
            {take.number !== base && take.media && (
              <Button size="compact" onClick={() => onRevert(take)}>
                Edit from here
              </Button>
            )}
          </div>
          {children.length > 0 && (
            <div className="ml-6 border-l border-line-2 pl-4">
              <Branch nodes={children} base={base} selected={selected} onRevert={onRevert} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const ORIGINS: Readonly<Record<Take['origin'], string>> = {
  generated: 'Made',
  note: 'From a note',
  edit: 'Edited',
  adjust: 'Adjusted',
  upload: 'Uploaded',
  hand: 'By hand',
};

function wordsOf(take: Take): string {
  const edit = editOf(take);
  if (edit) return [INTENTS[edit.intent].title, edit.prompt && `“${edit.prompt}”`].filter(Boolean).join(' ');
  return take.note ? `“${take.note}”` : ORIGINS[take.origin];
}
