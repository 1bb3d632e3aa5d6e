import { Plus } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { Item, StoryEdit } from '@/api/types';
import { Button, Dialog, Field, Select, TextArea } from '@/shared/ui';

interface AddShotProps {
  frames: readonly Item[];
  /** The new shot comes after this frame's unless another is chosen. */
  after: string | null;
  ratio: number;
  onEdit: (edits: StoryEdit[]) => void;
}

/** The last tile of the board: a shot more. It changes the story; its frame is made when asked for. */
export function AddShot({ frames, after, ratio, onEdit }: AddShotProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="h-[22px]" />
      <button
        type="button"
        onClick={() => {
          setOpen(true);
        }}
        style={{ aspectRatio: String(ratio) }}
        className="flex w-full items-center justify-center gap-1.5 rounded-pic text-tx-2 edge-2 transition-colors duration-[80ms] hover:bg-panel hover:text-tx"
      >
        <Plus aria-hidden size={16} strokeWidth={1.75} />
        Add shot
      </button>
      {open && (
        <AddShotDialog
          frames={frames}
          after={after}
          onEdit={onEdit}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function AddShotDialog({
  frames,
  after,
  onEdit,
  onClose,
}: Omit<AddShotProps, 'ratio'> & { onClose: () => void }) {
  const shots = frames.flatMap(({ shot, code, summary }) =>
    shot ? [{ value: shot, label: `${code}, ${summary}` }] : [],
  );
  const start = frames.find(({ id }) => id === after)?.shot ?? shots.at(-1)?.value ?? '';
  const [afterShot, setAfterShot] = useState(start);
  const [action, setAction] = useState('');
  const [seconds, setSeconds] = useState('2');
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!action.trim()) return;
    onEdit([
      {
        op: 'add_shot',
        after: afterShot,
        action: action.trim(),
        seconds: Number(seconds),
        size: 'medium',
        move: 'static',
        who: [],
      },
    ]);
    onClose();
  };
  return (
    <Dialog
      open
      title="Add a shot"
      description="It becomes part of the story, as a new take of it. Its frame is made when you ask for it."
      onOpenChange={onClose}
    >
      <form onSubmit={add} className="mt-3 flex flex-col gap-3">
        <TextArea
          label="What happens"
          value={action}
          minRows={2}
          maxLength={500}
          onChange={(event) => {
            setAction(event.target.value);
          }}
        />
        <div className="flex flex-wrap items-end gap-3">
          <div className="flex min-w-48 flex-1 flex-col gap-1">
            <span className="text-small font-medium text-tx-2">After</span>
            <Select
              label="After which shot"
              value={afterShot}
              options={shots}
              onChange={setAfterShot}
              className="max-w-72 [&>span]:truncate"
            />
          </div>
          <Field
            label="Seconds"
            type="number"
            min={1}
            max={30}
            step={0.5}
            value={seconds}
            className="w-24"
            onChange={(event) => {
              setSeconds(event.target.value);
            }}
          />
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" aria-disabled={!action.trim()}>
            Add shot, free
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
