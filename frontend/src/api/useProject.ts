import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from './client';
import { LEDGER_KEY } from './money';
import { LiveSocket, liveUrl, type Connection, type ProjectLive } from './live';
import { getProject } from './projects';
import type { LiveProgress, LiveWaiting, Project } from './types';

const REFETCH_MS = 150;
const PROGRESS_MS = 250;
/** The place in line is told again and again while a call waits; one that is not has had its turn. */
const WAIT_LASTS_MS = 1500;

export const projectKey = (id: string) => ['project', id] as const;

/** Put a newer snapshot in the cache; one that is older than what is shown is dropped. */
export function keepProject(client: QueryClient, project: Project): void {
  client.setQueryData<Project>(projectKey(project.id), (shown) =>
    shown && shown.last_seq > project.last_seq ? shown : project,
  );
}

interface Ephemeral {
  progress: ReadonlyMap<string, LiveProgress>;
  replies: ReadonlyMap<string, string>;
  waiting: ReadonlyMap<string, LiveWaiting>;
}

const NOTHING: Ephemeral = { progress: new Map(), replies: new Map(), waiting: new Map() };

/** Collects what streams in and hands it on at most four times a second, so that one render shows it all. */
function useEphemeral() {
  const [shown, setShown] = useState<Ephemeral>(NOTHING);
  const pending = useRef<Ephemeral>(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flushSoon = useCallback((delay: number) => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(pending.current);
    }, delay);
  }, []);
  const progress = useCallback(
    (next: LiveProgress) => {
      // Whoever makes progress no longer waits.
      const waiting = new Map(pending.current.waiting);
      waiting.delete(next.item);
      pending.current = {
        ...pending.current,
        progress: new Map(pending.current.progress).set(next.item, next),
        waiting,
      };
      flushSoon(PROGRESS_MS);
    },
    [flushSoon],
  );
  const wait = useCallback(
    (next: LiveWaiting) => {
      pending.current = {
        ...pending.current,
        waiting: new Map(pending.current.waiting).set(next.item, next),
      };
      flushSoon(PROGRESS_MS);
      setTimeout(() => {
        if (pending.current.waiting.get(next.item) !== next) return;
        const waiting = new Map(pending.current.waiting);
        waiting.delete(next.item);
        pending.current = { ...pending.current, waiting };
        flushSoon(0);
      }, WAIT_LASTS_MS);
    },
    [flushSoon],
  );
  const reply = useCallback(
    (note: string, text: string) => {
      pending.current = { ...pending.current, replies: new Map(pending.current.replies).set(note, text) };
      flushSoon(60);
    },
    [flushSoon],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    pending.current = NOTHING;
    setShown(NOTHING);
  }, []);
  return { shown, progress, wait, reply, clear };
}

/** A project's snapshot, kept fresh by its live socket. */
export function useProject(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: projectKey(id),
    queryFn: ({ signal }) => getProject(id, signal),
    retry: (count, cause) => !(cause instanceof ApiProblem && cause.status >= 400) && count < 2,
  });
  const [connection, setConnection] = useState<Connection>({ status: 'connecting' });
  const [missedCount, setMissedCount] = useState(0);
  const [slow, setSlow] = useState(false);
  const { shown, progress, wait, reply, clear } = useEphemeral();
  const socket = useRef<LiveSocket | null>(null);
  const loaded = query.data?.id === id;
  const after = useRef(0);
  useEffect(() => {
    after.current = query.data?.last_seq ?? 0;
  }, [query.data?.last_seq]);

  useEffect(() => {
    if (!loaded) return undefined;
    let refetch: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      refetch ??= setTimeout(() => {
        refetch = undefined;
        void client.invalidateQueries({ queryKey: projectKey(id) });
      }, REFETCH_MS);
    };
    const live = new LiveSocket({
      url: liveUrl(id, window.location),
      after: after.current,
      onEvent: readAgain,
      onSpend: () => {
        readAgain();
        void client.invalidateQueries({ queryKey: LEDGER_KEY });
      },
      onProgress: progress,
      onWaiting: wait,
      onReply: ({ note, text }) => {
        reply(note, text);
      },
      onStudio: (studio) => {
        setSlow(studio.slow);
      },
      onState: (state) => {
        setConnection(state);
        // A server says so again after its hello, when it is.
        if (state.status === 'live') setSlow(false);
        if (state.status === 'live' && state.missed > 0) setMissedCount(state.missed);
      },
    });
    const online = () => {
      live.tryNow();
    };
    socket.current = live;
    live.start();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(refetch);
      socket.current = null;
      live.stop();
      clear();
    };
  }, [id, loaded, client, progress, wait, reply, clear]);

  const live = useMemo<ProjectLive>(
    () => ({
      connection,
      missedCount,
      slow,
      progressOf: (itemId) => shown.progress.get(itemId),
      replyOf: (noteId) => shown.replies.get(noteId),
      waitingOf: (itemId) => shown.waiting.get(itemId),
      tryNow: () => {
        socket.current?.tryNow();
      },
      clearMissed: () => {
        setMissedCount(0);
      },
    }),
    [connection, missedCount, shown, slow],
  );
  return { project: query.data, error: query.error, refetch: query.refetch, live };
}
