import { vi } from 'vitest';

interface Asked {
  method: string;
  /** With the query, without the origin. */
  url: string;
  body: unknown;
}

type Answer = (asked: Asked) => { status?: number; body?: unknown };

/** Stands in for the server: answers every request and keeps what was asked. */
export function fakeServer(answer: Answer) {
  const asked: Asked[] = [];
  const server = {
    asked,
    answer,
    /** `POST /api/projects`, one for each request. */
    requests: () => asked.map(({ method, url }) => `${method} ${url}`),
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const one = { method: init.method ?? 'GET', url, body };
    asked.push(one);
    const { status = 200, body: said } = server.answer(one);
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(said), { status }));
  });
  return server;
}
