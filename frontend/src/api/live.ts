import type { LiveProgress, LiveReply, LiveSpend, LiveStudio, LiveWaiting, ProjectEvent } from './types';

/** State of the live connection. `missed`: changes that came in while it was away. `retryAt`: epoch ms. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live'; missed: number }
  | { status: 'reconnecting'; retryAt: number }
  | { status: 'closed'; reason: 'left' | 'signed_out' | 'not_found' };

/** What is known only while the page is open: the connection, progress of work, replies being written. */
export interface ProjectLive {
  connection: Connection;
  /** Changes that came in while the connection was away; 0 when there is nothing to tell. */
  missedCount: number;
  progressOf: (itemId: string) => LiveProgress | undefined;
  /** The reply to a note as far as it is written. */
  replyOf: (noteId: string) => string | undefined;
  /** The item's place in the line at its vendor, while its call waits for its turn. */
  waitingOf: (itemId: string) => LiveWaiting | undefined;
  /** News of the studio's other servers come with a delay. */
  slow?: boolean;
  tryNow: () => void;
  clearMissed: () => void;
}

export interface LiveHandlers {
  onEvent: (event: ProjectEvent) => void;
  onProgress: (progress: LiveProgress) => void;
  onReply: (reply: LiveReply) => void;
  onWaiting: (waiting: LiveWaiting) => void;
  /** The project's money moved. */
  onSpend: () => void;
  onStudio: (studio: LiveStudio) => void;
  onState: (state: Connection) => void;
}

export interface LiveOptions extends LiveHandlers {
  /** Address of the socket, without `after`. */
  url: string;
  /** The last event the caller has seen. */
  after: number;
  /** Replaces the browser's WebSocket, for tests. */
  connect?: (url: string) => WebSocket;
  /** 0 to 1; replaces Math.random, for tests. */
  random?: () => number;
}

const PING_EVERY_MS = 20_000;
const SILENCE_MS = 10_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const SIGNED_OUT = 4401;
const NOT_FOUND = 4404;

type Incoming =
  | { type: 'hello'; head: number }
  | { type: 'pong' }
  | LiveProgress
  | LiveReply
  | LiveWaiting
  | LiveSpend
  | LiveStudio
  | ProjectEvent;

/** Delay before attempt `attempt` (from 0): doubles from 0.5 s to 15 s, less up to a half by chance. */
export function backoffDelay(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.round(full * (1 - random() / 2));
}

/** One project's live connection: keeps itself open, delivers every durable event once and in order. */
export class LiveSocket {
  private readonly options: LiveOptions;
  private socket: WebSocket | null = null;
  private last: number;
  private attempt = 0;
  private wasLive = false;
  private gapAt: number | null = null;
  private stopped = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pingTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.options = options;
    this.last = options.after;
  }

  /** The last durable event delivered. */
  get lastSeq(): number {
    return this.last;
  }

  /** Connect. The state begins as `connecting`. */
  start(): void {
    this.options.onState({ status: 'connecting' });
    this.open();
  }

  /** Close for good. */
  stop(): void {
    this.end('left');
  }

  /** Connect now instead of at the end of the wait. Does nothing while connected. */
  tryNow(): void {
    if (this.stopped || this.socket) return;
    clearTimeout(this.retryTimer);
    this.options.onState({ status: 'reconnecting', retryAt: Date.now() });
    this.open();
  }

  private open(): void {
    const connect = this.options.connect ?? ((url: string) => new WebSocket(url));
    const mark = this.options.url.includes('?') ? '&' : '?';
    const socket = connect(`${this.options.url}${mark}after=${String(this.last)}`);
    this.socket = socket;
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (socket === this.socket && typeof message.data === 'string') this.receive(message.data);
    };
    socket.onclose = (event: CloseEvent) => {
      if (socket === this.socket) this.lost(event.code);
    };
    // A socket that never says hello must not hang the connection.
    this.silenceTimer = setTimeout(() => {
      this.drop();
    }, SILENCE_MS);
  }

  private receive(data: string): void {
    clearTimeout(this.silenceTimer);
    const message = parse(data);
    if (!message) return;
    if ('seq' in message) {
      this.deliver(message);
      return;
    }
    if (message.type === 'hello') this.greet((message as { head: number }).head);
    else if (message.type === 'progress') this.options.onProgress(message);
    else if (message.type === 'reply') this.options.onReply(message);
    else if (message.type === 'waiting') this.options.onWaiting(message);
    else if (message.type === 'spend') this.options.onSpend();
    else if (message.type === 'studio') this.options.onStudio(message);
  }

  private greet(head: number): void {
    const missed = this.wasLive ? Math.max(0, head - this.last) : 0;
    this.attempt = 0;
    this.wasLive = true;
    this.options.onState({ status: 'live', missed });
    this.schedulePing();
  }

  private deliver(event: ProjectEvent): void {
    if (event.seq <= this.last) return;
    const expected = this.last + 1;
    // A gap is asked for again once; the same gap twice means the server no longer has those events.
    if (event.seq > expected && this.gapAt !== expected) {
      this.gapAt = expected;
      this.drop();
      return;
    }
    this.gapAt = null;
    this.last = event.seq;
    this.options.onEvent(event);
  }

  private schedulePing(): void {
    clearTimeout(this.pingTimer);
    this.pingTimer = setTimeout(() => {
      this.socket?.send(JSON.stringify({ type: 'ping' }));
      this.silenceTimer = setTimeout(() => {
        this.drop();
      }, SILENCE_MS);
      this.schedulePing();
    }, PING_EVERY_MS);
  }

  private drop(): void {
    this.detach();
    this.retry();
  }

  private lost(code: number): void {
    this.detach();
    if (code === SIGNED_OUT) this.end('signed_out');
    else if (code === NOT_FOUND) this.end('not_found');
    else this.retry();
  }

  private retry(): void {
    if (this.stopped) return;
    const delay = backoffDelay(this.attempt, this.options.random);
    this.attempt += 1;
    this.options.onState({ status: 'reconnecting', retryAt: Date.now() + delay });
    this.retryTimer = setTimeout(() => {
      this.open();
    }, delay);
  }

  private detach(): void {
    clearTimeout(this.pingTimer);
    clearTimeout(this.silenceTimer);
    clearTimeout(this.retryTimer);
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  private end(reason: 'left' | 'signed_out' | 'not_found'): void {
    if (this.stopped) return;
    this.stopped = true;
    this.detach();
    this.options.onState({ status: 'closed', reason });
  }
}

function parse(data: string): Incoming | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null && 'type' in value ? (value as Incoming) : null;
  } catch {
    // A frame that is not JSON carries nothing that could be used.
    return null;
  }
}

/** The socket's address for a project, from the page's own address. */
export function liveUrl(projectId: string, location: Pick<Location, 'protocol' | 'host'>): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/api/projects/${encodeURIComponent(projectId)}/live`;
}
