import clsx from 'clsx';
import { useImperativeHandle, useRef, useState, type SubmitEvent, type KeyboardEvent, type Ref } from 'react';
import type { Project, Stage } from '@/api/types';
import { useDraft } from '@/shared/hooks/useStored';
import { itemName } from '@/shared/lib/items';
import { Button, Chip, ChipButton, GrowingText } from '@/shared/ui';
import { QUICK_NOTES, WHOLE_STAGE } from './quickNotes';

export interface ComposerHandle {
  focus: () => void;
  /** Start from a note that was sent. */
  edit: (note: { text: string; items: string[] }) => void;
}

interface ComposerProps {
  project: Project;
  stage: Stage;
  selected: readonly string[];
  onClearTarget: (itemId: string) => void;
  onClearAll: () => void;
  onSend: (note: { text: string; stage: Stage; items: string[] }) => void;
  /** One line, without quick notes: at the bottom of a small screen. */
  docked?: boolean;
  ref?: Ref<ComposerHandle>;
}

interface Draft {
  text: string;
  /** What the note is about, from when typing began; null while it follows the selection. */
  about: string[] | null;
}

const EMPTY: Draft = { text: '', about: null };
const MOST_CHIPS = 6;
const BOX = 'rounded-plan bg-bg edge-ctl focus-within:shadow-[inset_0_0_0_1px_var(--color-ac)]';

/** Where notes are written. What a note is about follows the selection until the first letter. */
export function Composer({
  project,
  stage,
  selected,
  onClearTarget,
  onClearAll,
  onSend,
  docked = false,
  ref,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft<Draft>(`note.${project.id}`, EMPTY);
  const [said, setSaid] = useState('');
  const edit = ({ text, items }: { text: string; items: string[] }) => {
    setDraft({ text, about: items });
    field.current?.focus();
  };
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), edit }));

  const about = (draft.about ?? selected).filter((id) => project.items.some((item) => item.id === id));
  const write = (text: string) =>
    setDraft(text === '' ? EMPTY : { text, about: draft.about ?? [...selected] });
  const release = (id: string) => {
    if (draft.about === null) onClearTarget(id);
    else setDraft({ ...draft, about: draft.about.filter((one) => one !== id) });
  };
  const releaseAll = () => {
    if (draft.about === null) onClearAll();
    else setDraft({ ...draft, about: [] });
  };
  const send = () => {
    const text = draft.text.trim();
    if (text === '') return;
    onSend({ text, stage, items: about });
    setSaid('Note sent.');
    setDraft(EMPTY);
  };
  const quick = (words: string) => {
    write(draft.text === '' ? words : `${draft.text.trimEnd()} ${words.toLowerCase()}`);
    field.current?.focus();
  };
  const lastNote = project.notes.at(-1);
  const nameOf = (id: string) => {
    const item = project.items.find((one) => one.id === id);
    return item ? itemName(item) : id;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && draft.text === '' && lastNote) {
      event.preventDefault();
      edit(lastNote);
    } else if (event.key === 'Escape') {
      field.current?.blur();
    }
  };

  const text = (
    <GrowingText
      ref={field}
      aria-label="Note to the director"
      placeholder="Ask, or say what to change"
      maxLength={4000}
      minRows={1}
      value={draft.text}
      onChange={(event) => write(event.target.value)}
      onKeyDown={onKeyDown}
      className={clsx(
        'box-content block min-w-0 bg-transparent outline-none',
        docked ? 'flex-1 py-1.5' : '!w-[calc(100%-1.5rem)] px-3 pt-2 pb-1',
      )}
    />
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
  };
  const status = (
    <p role="status" className="sr-only">
      {said}
    </p>
  );

  if (docked) {
    return (
      <form aria-label="Note to the director" onSubmit={submit} className="flex items-end gap-2 px-3 pb-3">
        <div className={clsx(BOX, 'flex min-h-10 min-w-0 flex-1 flex-wrap items-center gap-x-2 px-2')}>
          {about.length > 0 && (
            <Chip
              tone="accent"
              onRemove={releaseAll}
              removeLabel={`Leave out ${about.map(nameOf).join(', ')}`}
            >
              {about.slice(0, 3).map(nameOf).join(', ')}
              {about.length > 3 && ` and ${about.length - 3} more`}
            </Chip>
          )}
          {text}
        </div>
        <Button type="submit" size="large">
          Send
        </Button>
        {status}
      </form>
    );
  }
  return (
    <>
      <div role="group" aria-label="Quick notes" className="flex flex-wrap gap-1.5 px-3 pb-2">
        {QUICK_NOTES[stage].map((words) => (
          <ChipButton key={words} onClick={() => quick(words)}>
            {words}
          </ChipButton>
        ))}
      </div>
      <form aria-label="Note to the director" onSubmit={submit} className={clsx(BOX, 'mx-3 mb-3')}>
        <div className="flex flex-wrap items-center gap-1 px-2 pt-2">
          <span className="px-1 text-small text-tx-3">About</span>
          {about.length === 0 && <span className="text-small leading-6 text-tx-2">{WHOLE_STAGE[stage]}</span>}
          {about.slice(0, MOST_CHIPS).map((id) => (
            <Chip key={id} tone="accent" onRemove={() => release(id)} removeLabel={`Leave out ${nameOf(id)}`}>
              {nameOf(id)}
            </Chip>
          ))}
          {about.length > MOST_CHIPS && <Chip tone="accent">and {about.length - MOST_CHIPS} more</Chip>}
        </div>
        {text}
        <div className="flex items-center gap-2 pr-2 pb-2 pl-3">
          <p className="flex-1 text-meta text-tx-3">Asking is free. Nothing runs until you apply.</p>
          <Button type="submit" size="compact" keys="enter">
            Send
          </Button>
        </div>
      </form>
      {status}
    </>
  );
}
