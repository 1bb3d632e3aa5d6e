/** What went wrong with a request. `code` is stable; `detail` is a sentence that can be shown as it is. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly detail: string;
  /** HTTP status, or 0 when the server could not be reached. */
  readonly status: number;

  constructor(problem: { code: string; detail: string; status: number }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.detail = problem.detail;
    this.status = problem.status;
  }
}

export type Params = Record<string, string | number | boolean | null | undefined>;

interface Options {
  params?: Params;
  signal?: AbortSignal;
}

/** Address of a request, for links that download. Empty parameters are left out. */
export function apiAddress(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const plain = `The server answered ${String(response.status)}. Try again in a moment.`;
  const body: unknown = await response.json().catch(() => null);
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return new ApiProblem({
    code: text(fields.code, 'unexpected'),
    detail: text(fields.detail, plain),
    status: response.status,
  });
}

async function answer(method: string, path: string, body: unknown, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  if (options.signal) init.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(apiAddress(path, options.params), init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem({
      code: 'unreachable',
      detail: 'The studio did not answer. Check that it is running, then try again.',
      status: 0,
    });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function request<T>(method: string, path: string, body: unknown, options?: Options): Promise<T> {
  const response = await answer(method, path, body, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Typed requests to the studio's own server. Every method raises ApiProblem. */
export const api = {
  get: <T>(path: string, options?: Options) => request<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: Options) => request<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown, options?: Options) => request<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options?: Options) => request<T>('PATCH', path, body, options),
  del: <T = undefined>(path: string, options?: Options) => request<T>('DELETE', path, undefined, options),
  /** Asks for a picture that is made for this request alone. */
  picture: async (path: string, body: unknown, options?: Options) =>
    (await answer('POST', path, body, options)).blob(),
};

/** The sentence to show for anything thrown. */
export function sayProblem(cause: unknown): string {
  if (cause instanceof ApiProblem) return cause.detail;
  return 'Something went wrong in this window. Reload the page; nothing on the server is lost.';
}
