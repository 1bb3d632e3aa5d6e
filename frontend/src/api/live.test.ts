import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffDelay, LiveSocket, liveUrl, type Connection } from './live';

class FakeSocket {
  static all: FakeSocket[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: string[] = [];
  closed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {
    this.closed = true;
  }

  say(message: unknown) {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  event(seq: number) {
    this.say({ seq, type: 'take.added', data: {} });
  }

  end(code = 1006) {
    this.onclose?.({ code });
  }
}

const newest = () => {
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error('nothing was connected');
  return socket;
};

function started(after = 0) {
  const seen = {
    events: [] as number[],
    progress: [] as string[],
    replies: [] as string[],
    waiting: [] as string[],
    spends: 0,
    slow: [] as boolean[],
    states: [] as Connection[],
  };
  const live = new LiveSocket({
    url: 'ws://studio/live',
    after,
    connect: (url) => new FakeSocket(url) as unknown as WebSocket,
    random: () => 0,
    onEvent: (event) => seen.events.push(event.seq),
    onProgress: (progress) => seen.progress.push(progress.item),
    onReply: (reply) => seen.replies.push(reply.text),
    onWaiting: (waiting) => seen.waiting.push(waiting.item),
    onSpend: () => {
      seen.spends += 1;
    },
    onStudio: (studio) => seen.slow.push(studio.slow),
    onState: (state) => seen.states.push(state),
  });
  live.start();
  return { live, seen, state: () => seen.states.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
});
afterEach(() => vi.useRealTimers());

describe('the studio', () => {
  it('says when its news are slow, and when they are not any more', () => {
    const { seen } = started();
    newest().say({ type: 'studio', slow: true });
    newest().say({ type: 'studio', slow: false });
    expect(seen.slow).toEqual([true, false]);
  });
});

describe('money and lines', () => {
  it('are passed on as they come', () => {
    const { seen } = started();
    newest().say({ type: 'waiting', item: 'frame-s1a', place: 2, seconds_left: 9 });
    newest().say({ type: 'spend' });
    expect(seen.waiting).toEqual(['frame-s1a']);
    expect(seen.spends).toBe(1);
  });
});

describe('LiveSocket', () => {
  it('connects after the last event that is known and goes live on hello', () => {
    const { state } = started(7);
    expect(newest().url).toBe('ws://studio/live?after=7');
    expect(state()).toEqual({ status: 'connecting' });
    newest().say({ type: 'hello', head: 9 });
    expect(state()).toEqual({ status: 'live', missed: 0 });
  });

  it('delivers each event once and in order, and what only streams by', () => {
    const { live, seen } = started(2);
    newest().say({ type: 'hello', head: 2 });
    for (const seq of [3, 3, 2, 4]) newest().event(seq);
    newest().say({ type: 'progress', operation: 'o', item: '4A', progress: 0.5, seconds_left: 3 });
    newest().say({ type: 'reply', note: 'n', text: 'Agreed' });
    newest().say('not json');
    expect(seen.events).toEqual([3, 4]);
    expect(seen.progress).toEqual(['4A']);
    expect(seen.replies).toEqual(['Agreed']);
    expect(live.lastSeq).toBe(4);
  });

  it('asks again for what is missing when it sees a gap, and takes a gap that stays', () => {
    const { seen } = started(2);
    newest().say({ type: 'hello', head: 2 });
    newest().event(5);
    expect(seen.events).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.all).toHaveLength(2);
    expect(newest().url).toContain('after=2');
    newest().say({ type: 'hello', head: 5 });
    newest().event(5);
    expect(seen.events).toEqual([5]);
  });

  it('reconnects by itself, waiting longer each time, and tells how much it missed', () => {
    const { state } = started(2);
    newest().say({ type: 'hello', head: 2 });
    newest().end();
    expect(state()).toEqual({ status: 'reconnecting', retryAt: Date.now() + 500 });
    vi.advanceTimersByTime(500);
    newest().end();
    expect(state()).toEqual({ status: 'reconnecting', retryAt: Date.now() + 1000 });
    vi.advanceTimersByTime(1000);
    newest().say({ type: 'hello', head: 9 });
    expect(state()).toEqual({ status: 'live', missed: 7 });
  });

  it('connects at once when asked to', () => {
    const { live } = started();
    newest().end();
    live.tryNow();
    expect(FakeSocket.all).toHaveLength(2);
    live.tryNow();
    vi.advanceTimersByTime(500);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('pings every 20 seconds and leaves a socket that has gone silent', () => {
    const { state } = started();
    const first = newest();
    first.say({ type: 'hello', head: 0 });
    vi.advanceTimersByTime(20_000);
    expect(first.sent).toEqual(['{"type":"ping"}']);
    first.say({ type: 'pong' });
    vi.advanceTimersByTime(20_000);
    expect(first.sent).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    expect(first.closed).toBe(true);
    expect(state()?.status).toBe('reconnecting');
  });

  it('leaves a socket that never says hello', () => {
    const { state } = started();
    vi.advanceTimersByTime(10_000);
    expect(newest().closed).toBe(true);
    expect(state()?.status).toBe('reconnecting');
  });

  it.each([
    [4401, 'signed_out'],
    [4404, 'not_found'],
  ] as const)('stops for good on close code %i', (code, reason) => {
    const { state } = started();
    newest().end(code);
    vi.advanceTimersByTime(60_000);
    expect(state()).toEqual({ status: 'closed', reason });
    expect(FakeSocket.all).toHaveLength(1);
  });

  it('hears nothing after it was stopped', () => {
    const { live, seen, state } = started();
    const socket = newest();
    live.stop();
    socket.event(1);
    vi.advanceTimersByTime(60_000);
    expect(seen.events).toEqual([]);
    expect(state()).toEqual({ status: 'closed', reason: 'left' });
    expect(FakeSocket.all).toHaveLength(1);
  });
});

describe('backoffDelay', () => {
  it('doubles from half a second to 15 seconds', () => {
    expect([0, 1, 2, 5, 20].map((attempt) => backoffDelay(attempt, () => 0))).toEqual([
      500, 1000, 2000, 15000, 15000,
    ]);
  });

  it('is at most halved by chance', () => {
    expect(backoffDelay(1, () => 1)).toBe(500);
  });
});

describe('liveUrl', () => {
  it('follows the page', () => {
    expect(liveUrl('p 1', { protocol: 'https:', host: 'studio.example' })).toBe(
      'wss://studio.example/api/projects/p%201/live',
    );
  });
});
