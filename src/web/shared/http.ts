import { newId } from './identity';

const answerWithinMs = 15_000;

/** The server understood and said no: a problem+json answer. `type` is the last part of its address. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    title: string,
    readonly detail?: string,
    readonly errors?: Record<string, string[]>,
  ) {
    super(title);
  }
}

/** No answer came: the request may or may not have taken effect. Repeat it with the same key. */
export class Unreachable extends Error {}

type Options = { key?: string | null; signal?: AbortSignal };

export function get<T>(path: string, options: Options = {}): Promise<T> {
  return call('GET', path, undefined, options);
}

/** A repeated POST with the same key takes effect once. */
export function post<T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> {
  return call('POST', path, body, { key: newId(), ...options });
}

export function put<T = void>(path: string, body?: unknown): Promise<T> {
  return call('PUT', path, body, {});
}

export function remove<T = void>(path: string, body?: unknown): Promise<T> {
  return call('DELETE', path, body, {});
}

/** Asks for work that takes a while: the answer has a line of JSON for each step. Ends it early by the signal. */
export async function postForLines<T>(
  path: string,
  body: unknown,
  signal: AbortSignal,
  take: (line: T) => void,
): Promise<void> {
  const answer = await reach(`/api${path}`, {
    method: 'POST',
    headers: {
      Accept: 'application/x-ndjson',
      'Accept-Language': language(),
      'Content-Type': 'application/json',
      'X-Centrala': '1',
    },
    credentials: 'same-origin',
    body: JSON.stringify(body),
    signal,
  });
  if (!answer.ok) throw await refusal(answer);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(JSON.parse(line));
  }
}

async function call<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language() };
  if (method !== 'GET') headers['X-Centrala'] = '1';
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json';

  const answer = await reach(`/api${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    body:
      body === undefined || body instanceof FormData ? ((body as FormData) ?? null) : JSON.stringify(body),
    signal: options.signal ?? AbortSignal.timeout(answerWithinMs),
  });
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? (undefined as T) : await answer.json();
}

/** What the server has against a field stands on the screen as the server says it: in the screen's language. */
function language() {
  return document.documentElement.lang || 'en';
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, request);
  } catch (cause) {
    throw new Unreachable('No answer.', { cause });
  }
  // A gateway answers for a server that restarts behind it.
  if ([502, 503, 504].includes(answer.status) && !isProblem(answer)) throw new Unreachable('No answer.');
  return answer;
}

async function refusal(answer: Response): Promise<Refused> {
  if (!isProblem(answer)) return new Refused(answer.status, `http-${answer.status}`, answer.statusText);
  const problem = await answer.json();
  const type =
    String(problem.type ?? '')
      .split('/')
      .pop() || `http-${answer.status}`;
  return new Refused(answer.status, type, problem.title, problem.detail, problem.errors);
}

function isProblem(answer: Response) {
  return answer.headers.get('Content-Type')?.includes('problem+json') ?? false;
}
