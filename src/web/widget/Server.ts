import type { Conversation, FileInfo, Language, Problem, Settings, Start, Started } from './protocol';

const requestTimeoutMs = 15_000;

/** A refusal: asking again unchanged would not help. */
export class Refused extends Error {
  constructor(
    readonly problem: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The network or the server failed, or asks for patience: the same request may be sent again. */
export class Unavailable extends Error {
  constructor(readonly retryAfterMs: number) {
    super('unavailable');
  }
}

/** The HTTP side of the protocol. */
export class Server {
  constructor(
    private readonly origin: string,
    private readonly key: string,
  ) {}

  async settings(language: Language): Promise<Settings> {
    const key = encodeURIComponent(this.key);
    const { logo, ...settings } = await this.ask<Settings>(`/settings?key=${key}&language=${language}`, {});
    return logo ? { ...settings, logo: `${this.origin}/widget/logo?key=${key}&v=${logo}` } : settings;
  }

  start(start: Omit<Start, 'key'>): Promise<Started> {
    return this.ask('/conversations', json({ ...start, key: this.key }));
  }

  conversation(token: string, after: number): Promise<Conversation> {
    return this.ask(`/conversation?after=${after}`, {}, token);
  }

  send(
    token: string,
    message: { clientId: string; text: string; fileIds: string[] },
  ): Promise<{ number: number; at: string }> {
    return this.ask('/messages', json(message), token);
  }

  upload(token: string, file: File, clientId: string): Promise<FileInfo> {
    const body = new FormData();
    body.append('clientId', clientId);
    body.append('file', file, file.name);
    return this.ask('/files', { method: 'POST', body }, token);
  }

  renew(token: string): Promise<{ token: string; renewAt: string }> {
    return this.ask('/token', { method: 'POST' }, token);
  }

  end(token: string, lastMessage: number): Promise<void> {
    return this.ask('/end', json({ lastMessage }), token);
  }

  async download(token: string, path: string): Promise<Blob> {
    const answer = await this.fetch(path, {}, token);
    return answer.blob();
  }

  live(): string {
    return `${this.origin.replace(/^http/, 'ws')}/widget/live`;
  }

  private async ask<T>(path: string, request: RequestInit, token?: string): Promise<T> {
    const answer = await this.fetch(path, request, token);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  private async fetch(path: string, request: RequestInit, token?: string): Promise<Response> {
    const headers = new Headers(request.headers);
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const signal = AbortSignal.timeout(
      request.body instanceof FormData ? 8 * requestTimeoutMs : requestTimeoutMs,
    );
    let answer: Response;
    try {
      answer = await fetch(`${this.origin}/widget${path}`, {
        ...request,
        headers,
        signal,
        credentials: 'omit',
      });
    } catch {
      throw new Unavailable(0);
    }
    if (answer.ok) return answer;
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
      throw new Unavailable(1000 * Number(answer.headers.get('Retry-After') ?? 0) || 0);
    throw await refusal(answer);
  }
}

function json(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

async function refusal(answer: Response): Promise<Refused> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const name = problem.type?.split('/').pop() ?? 'refused';
  return new Refused(name, answer.status, problem.detail ?? problem.title ?? name);
}
