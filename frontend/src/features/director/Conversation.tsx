import { Fragment } from 'react';
import type { ProjectLive } from '@/api/live';
import { stopReply } from '@/api/projects';
import type { Note, Project, Stage } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { waitingPlan } from '@/shared/lib/studio';
import { NoteMessage, PendingMessage } from './Message';
import { MessageLog } from './MessageLog';
import { PlanCard } from './PlanCard';
import { WHOLE_STAGE } from './quickNotes';
import { wholeSentences } from './sentences';
import type { useNotes } from './useNotes';

interface ConversationProps {
  project: Project;
  stage: Stage;
  live: ProjectLive;
  notes: ReturnType<typeof useNotes>;
  /** Only what was said on the stage in view. */
  stageOnly: boolean;
  onEdit: (note: Note) => void;
}

/** Notes with their replies and plans, in the order they were said. */
export function Conversation({ project, stage, live, notes, stageOnly, onEdit }: ConversationProps) {
  const main = waitingPlan(project, stage)?.id;
  const last = project.notes.at(-1);
  const spoken =
    last && (last.reply_state === 'done' ? last.reply : wholeSentences(live.replyOf(last.id) ?? ''));
  const shown = stageOnly ? project.notes.filter((note) => note.stage === stage) : project.notes;
  useShortcuts(
    [
      {
        keys: 'escape',
        label: 'Stop the reply',
        group: 'Director',
        run: () => last && void stopReply(project.id, last.id).catch(() => undefined),
      },
    ],
    last?.reply_state === 'writing',
  );
  const empty = project.notes.length === 0 && notes.pending.length === 0;
  return (
    <>
      <MessageLog>
        {empty && (
          <p className="text-tx-3">
            Ask about {WHOLE_STAGE[stage]}, or say what to change. Select something first to talk about just
            that.
          </p>
        )}
        {empty || shown.length > 0 || notes.pending.length > 0 ? null : (
          <p className="text-tx-3">Nothing was said about {WHOLE_STAGE[stage]} yet.</p>
        )}
        {shown.map((note) => (
          <Fragment key={note.id}>
            <NoteMessage
              note={note}
              project={project}
              streamed={live.replyOf(note.id)}
              onStop={() => void stopReply(project.id, note.id).catch(() => undefined)}
              onEdit={note === last && notes.pending.length === 0 ? () => onEdit(note) : undefined}
              onChoose={
                note === last && notes.pending.length === 0
                  ? (text) => notes.send({ text, stage: note.stage, items: note.items })
                  : undefined
              }
              onAskAgain={() => notes.send({ text: note.text, stage: note.stage, items: note.items })}
            />
            {project.plans
              .filter((plan) => plan.note === note.id)
              .map((plan) => (
                <PlanCard key={plan.id} plan={plan} project={project} live={live} main={plan.id === main} />
              ))}
          </Fragment>
        ))}
        {notes.pending.map((note) => (
          <PendingMessage
            key={note.key}
            note={note}
            project={project}
            onAgain={() => notes.again(note.key)}
          />
        ))}
      </MessageLog>
      <p aria-live="polite" className="sr-only">
        {spoken ? `Director: ${spoken}` : ''}
      </p>
    </>
  );
}
