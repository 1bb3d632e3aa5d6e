import { ImagePlus } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { OwnReference } from '@/api/reviewing';
import type { Item } from '@/api/types';
import { Button, Dialog, Field, Segmented, TextArea } from '@/shared/ui';

interface AddReferenceProps {
  ratio: number;
  /** The frames whose shots may show it. */
  frames: readonly Item[];
  /** Why a file can't be used; null when it can. */
  problemOf: (file: File) => string | null;
  onAdd: (file: File, wish: OwnReference) => void;
}

/** The last tile of the references: an own picture of a product, logo, place or character. */
export function AddReference(props: AddReferenceProps) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const found = props.problemOf(chosen);
    setProblem(found ?? '');
    setFile(found ? null : chosen);
  };
  return (
    <>
      <div className="h-[22px]" />
      {/* A file may be dropped on it; the field inside takes one by key. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <label
        style={{ aspectRatio: String(props.ratio) }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          choose(event.dataTransfer.files[0]);
        }}
        className={`flex w-full cursor-pointer flex-col items-center justify-center gap-1.5 rounded-pic p-3 text-center text-tx-2 transition-colors duration-[80ms] focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ac hover:bg-panel hover:text-tx ${over ? 'bg-ac-tint edge-ac' : 'edge-2'}`}
      >
        <ImagePlus aria-hidden size={16} strokeWidth={1.75} />
        {over ? 'Drop to add a reference' : 'Add own picture'}
        <span className="text-meta text-tx-3">A logo, product, place or person</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="sr-only"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {problem && (
        <p role="alert" className="mt-1.5 text-small text-fail">
          {problem}
        </p>
      )}
      {file && (
        <ReferenceDialog
          {...props}
          file={file}
          onClose={() => {
            setFile(null);
          }}
        />
      )}
    </>
  );
}

function ReferenceDialog({
  file,
  frames,
  onAdd,
  onClose,
}: AddReferenceProps & { file: File; onClose: () => void }) {
  const [kind, setKind] = useState<OwnReference['kind']>('product');
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [shots, setShots] = useState<readonly string[]>([]);
  const ready = name.trim() !== '' && description.trim() !== '';
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    onAdd(file, { kind, name: name.trim(), description: description.trim(), shots });
    onClose();
  };
  return (
    <Dialog
      open
      title="Add a reference"
      description={`“${file.name}” becomes its first take. Frames that show it are drawn after it.`}
      onOpenChange={onClose}
    >
      <form onSubmit={add} className="mt-3 flex flex-col gap-3">
        <Segmented
          label="What it is"
          value={kind}
          onChange={setKind}
          segments={[
            { value: 'product', label: 'Product or logo' },
            { value: 'place', label: 'Place' },
            { value: 'character', label: 'Character' },
          ]}
        />
        <Field
          label="Name"
          value={name}
          maxLength={80}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <TextArea
          label="What it looks like"
          value={description}
          minRows={2}
          maxLength={1000}
          onChange={(event) => {
            setDescription(event.target.value);
          }}
        />
        {frames.length > 0 && (
          <fieldset>
            <legend className="text-small font-medium text-tx-2">Shots that show it</legend>
            <span className="mt-1.5 flex flex-wrap gap-1.5">
              {frames.map(({ id, shot, code, summary }) =>
                shot === null ? null : (
                  <Button
                    key={id}
                    size="compact"
                    pressed={shots.includes(shot)}
                    title={summary}
                    onClick={() => {
                      setShots(
                        shots.includes(shot) ? shots.filter((each) => each !== shot) : [...shots, shot],
                      );
                    }}
                  >
                    {code}
                  </Button>
                ),
              )}
            </span>
          </fieldset>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" aria-disabled={!ready}>
            Add reference, free
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
