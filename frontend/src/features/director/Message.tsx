import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Note, Project } from '@/api/types';
import { useReducedMotion } from '@/shared/hooks/useMediaQuery';
import { itemName } from '@/shared/lib/items';
import { formatMoment } from '@/shared/lib/time';
import { Button, Tag } from '@/shared/ui';
import { wholeSentences } from './sentences';
import type { PendingNote } from './useNotes';

function Who({ name, at, children }: { name: string; at: string; children?: ReactNode }) {
  return (
    <p className="mb-[3px] flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small">
      <b className="font-semibold">{name}</b>
      <span className="num text-tx-3">{at}</span>
      {children}
    </p>
  );
}

/** Names of the items a note is about; more than four are counted. */
function Targets({ ids, project }: { ids: readonly string[]; project: Project }) {
  const names = ids.flatMap((id) => {
    const item = project.items.find((one) => one.id === id);
    return item ? [itemName(item)] : [];
  });
  return (
    <>
      {names.slice(0, 4).map((name) => (
        <Tag key={name} tone="accent">
          {name}
        </Tag>
      ))}
      {names.length > 4 && <Tag tone="accent">and {names.length - 4} more</Tag>}
    </>
  );
}

const Plate = ({ children }: { children: ReactNode }) => (
  <div className="rounded-card bg-raised px-3 pt-[9px] pb-2.5">{children}</div>
);

interface NoteMessageProps {
  note: Note;
  project: Project;
  /** The reply as far as it came over the socket. */
  streamed: string | undefined;
  onAskAgain: () => void;
  onStop: () => void;
  /** Say one of the director's suggestions; undefined where the talk has gone on. */
  onChoose: ((text: string) => void) | undefined;
  /** Write it anew; undefined for all but the last note. */
  onEdit: (() => void) | undefined;
}

/** A note of the creator with the director's reply. */
export function NoteMessage({
  note,
  project,
  streamed,
  onAskAgain,
  onStop,
  onChoose,
  onEdit,
}: NoteMessageProps) {
  const reduced = useReducedMotion();
  const writing = note.reply_state === 'writing';
  const soFar = streamed ?? note.reply;
  const text = writing ? (reduced ? wholeSentences(soFar) : soFar) : note.reply;
  return (
    <>
      <Plate>
        <Who name="You" at={formatMoment(note.created_at)}>
          <Targets ids={note.items} project={project} />
          {onEdit && !writing && (
            <Button size="compact" variant="ghost" className="-my-1 ml-auto" onClick={onEdit}>
              Edit
            </Button>
          )}
        </Who>
        <p className="whitespace-pre-wrap">{note.text}</p>
      </Plate>
      <div aria-busy={writing}>
        <Who name="Director" at={note.replied_at ? formatMoment(note.replied_at) : 'now'}>
          {note.reply_state === 'stopped' && <span className="text-tx-3">stopped</span>}
          {writing && (
            <Button size="compact" variant="ghost" keys="escape" className="-my-1 ml-auto" onClick={onStop}>
              Stop
            </Button>
          )}
        </Who>
        {note.reply_state === 'failed' ? (
          <div className="flex items-center gap-2">
            <p className="flex-1 text-fail">{note.reply || 'The reply did not arrive. Your note is kept.'}</p>
            <Button size="compact" onClick={onAskAgain}>
              Ask again
            </Button>
          </div>
        ) : (
          <p className="min-h-5 whitespace-pre-wrap text-tx-2">
            {text}
            {writing && (
              <span
                aria-hidden
                className="ml-0.5 inline-block h-3.5 w-[7px] animate-blink rounded-[1px] bg-ac align-[-2px]"
              />
            )}
            {writing && text === '' && <span className="sr-only">The director is reading your note.</span>}
          </p>
        )}
        {onChoose && note.choices.length > 0 && (
          <div role="group" aria-label="Answers" className="mt-2 flex flex-wrap gap-1.5">
            {note.choices.map((choice) => (
              <Button key={choice} size="compact" onClick={() => onChoose(choice)}>
                {choice}
              </Button>
            ))}
          </div>
        )}
      </div>
    </>
  );
}

interface PendingMessageProps {
  note: PendingNote;
  project: Project;
  onAgain: () => void;
}

/** A note that is on its way, waiting for the connection, or was not sent. */
export function PendingMessage({ note, project, onAgain }: PendingMessageProps) {
  return (
    <Plate>
      <Who name="You" at={formatMoment(note.at)}>
        <Targets ids={note.items} project={project} />
      </Who>
      <p className="whitespace-pre-wrap">{note.text}</p>
      {note.state === 'failed' ? (
        <div role="alert" className="mt-1.5 flex items-center gap-2 text-small">
          <p className="flex-1 text-fail">Not sent. {note.problem}</p>
          <Button size="compact" onClick={onAgain}>
            Try again
          </Button>
        </div>
      ) : (
        <p className="mt-1 flex items-center gap-1 text-small text-tx-3">
          <Clock aria-hidden size={12} strokeWidth={1.75} />
          {note.state === 'queued' ? 'Will be sent' : 'Sending'}
        </p>
      )}
    </Plate>
  );
}
