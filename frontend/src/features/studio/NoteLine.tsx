import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Item } from '@/api/types';
import { itemName } from '@/shared/lib/items';
import { Button, Segmented } from '@/shared/ui';
import { batchNote } from './batchNote';

interface NoteLineProps {
  items: readonly Item[];
  /** What it begins with: "Take 2: ". */
  initial: string;
  onSend: (text: string, items: readonly Item[]) => void;
  onClose: () => void;
}

const FIELD = 'min-h-7 w-full rounded-btn bg-bg px-2 text-small text-tx edge-ctl';

/** A note on the selected items without leaving the board: one for all, or one for each. */
export function NoteLine({ items, initial, onSend, onClose }: NoteLineProps) {
  const [each, setEach] = useState(false);
  const [text, setText] = useState(initial);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const many = items.length > 1;
  const note =
    many && each
      ? batchNote(items, texts)
      : { text: text.trim() === initial.trim() ? '' : text.trim(), items: [...items] };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (note.text === '') return;
    onSend(note.text, note.items);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const names = items.map(itemName).join(', ');
  return (
    // Esc is heard from whichever of its fields has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label={`Note on ${names}`}
      onSubmit={send}
      onKeyDown={onKeyDown}
      className="flex min-h-11 shrink-0 flex-wrap items-start gap-2 border-t border-line bg-raised py-2 pr-3 pl-3 sm:pl-5"
    >
      {many && (
        <Segmented
          label="Notes"
          value={each ? 'each' : 'one'}
          onChange={(value) => {
            setEach(value === 'each');
          }}
          segments={[
            { value: 'one', label: `One for ${String(items.length)}` },
            { value: 'each', label: 'One for each' },
          ]}
        />
      )}
      {many && each ? (
        <div className="grid max-h-40 min-w-60 flex-1 grid-cols-[auto_1fr] items-center gap-x-2 gap-y-1 overflow-y-auto">
          {items.map((item, index) => (
            <label key={item.id} className="contents">
              <span className="code text-small text-tx-2">{itemName(item)}</span>
              <input
                aria-label={`Note on ${itemName(item)}`}
                ref={index === 0 ? focusOnce : undefined}
                value={texts[item.id] ?? ''}
                maxLength={400}
                placeholder="Stays as it is"
                onChange={(event) => {
                  setTexts({ ...texts, [item.id]: event.target.value });
                }}
                className={FIELD}
              />
            </label>
          ))}
        </div>
      ) : (
        <input
          aria-label={`Note on ${names}`}
          ref={focusOnce}
          value={text}
          maxLength={2000}
          placeholder={`What should change in ${many ? `these ${String(items.length)}` : names}?`}
          onChange={(event) => {
            setText(event.target.value);
          }}
          className={`${FIELD} min-w-60 !w-auto flex-1`}
        />
      )}
      <span className="flex items-center gap-2">
        <span className="text-small text-tx-3 max-xl:hidden">The director answers with a plan.</span>
        <Button size="compact" variant="ghost" onClick={onClose}>
          Close
        </Button>
        <Button size="compact" type="submit" aria-disabled={note.text === ''}>
          Send note, free
        </Button>
      </span>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null) {
  if (field && !field.form?.contains(document.activeElement)) field.focus();
}
