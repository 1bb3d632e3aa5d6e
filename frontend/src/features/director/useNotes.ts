import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { sendNote } from '@/api/projects';
import type { NoteAnswer, NoteRequest, Project } from '@/api/types';
import { projectKey } from '@/api/useProject';

/** A note the server does not have yet. */
export interface PendingNote extends NoteRequest {
  key: number;
  items: string[];
  at: string;
  state: 'sending' | 'queued' | 'failed';
  problem: string;
}

function withAnswer(project: Project, { note, plan }: NoteAnswer): Project {
  const notes = project.notes.some(({ id }) => id === note.id) ? project.notes : [...project.notes, note];
  const known = plan === null || project.plans.some(({ id }) => id === plan.id);
  return { ...project, notes, plans: known ? project.plans : [...project.plans, plan] };
}

/** Sends notes. While the connection is away they wait and are sent, in order, when it is back. */
export function useNotes(projectId: string, online: boolean) {
  const client = useQueryClient();
  const [pending, setPending] = useState<readonly PendingNote[]>([]);
  const count = useRef(0);
  const busy = useRef(false);

  const change = useCallback((key: number, part: Partial<PendingNote>) => {
    setPending((notes) => notes.map((note) => (note.key === key ? { ...note, ...part } : note)));
  }, []);
  const post = useCallback(
    async (note: PendingNote) => {
      change(note.key, { state: 'sending', problem: '' });
      try {
        const answer = await sendNote(projectId, { text: note.text, stage: note.stage, items: note.items });
        client.setQueryData<Project>(
          projectKey(projectId),
          (project) => project && withAnswer(project, answer),
        );
        setPending((notes) => notes.filter(({ key }) => key !== note.key));
        void client.invalidateQueries({ queryKey: projectKey(projectId) });
      } catch (cause) {
        change(note.key, { state: 'failed', problem: sayProblem(cause) });
      }
    },
    [change, client, projectId],
  );

  const next = online ? pending.find((note) => note.state === 'queued') : undefined;
  useEffect(() => {
    if (!next || busy.current) return;
    busy.current = true;
    void post(next).finally(() => {
      busy.current = false;
    });
  }, [next, post]);

  const send = useCallback((note: Required<NoteRequest>) => {
    count.current += 1;
    const at = new Date().toISOString();
    setPending((notes) => [...notes, { ...note, key: count.current, at, state: 'queued', problem: '' }]);
  }, []);
  const again = useCallback((key: number) => change(key, { state: 'queued' }), [change]);
  return { pending, send, again };
}
