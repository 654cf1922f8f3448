import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

type Message = { n: number; sequence: number; type: string; data: unknown };
type Handler = (data: never, sequence: number) => void;

/** `heardAt`: when the server was last heard, in milliseconds since 1970; the screen is as old as that. */
export type LineState = { open: boolean; heardAt: number };

const pingEveryMs = 2000;
const silentAfterMs = 5000;
const firstRetryMs = 250;
const longestRetryMs = 5000;

/**
 * The live line to the server. Messages carry consecutive numbers from 1 for each connection; after a gap, and after
 * each new connection, `onResync` is told, and whoever shows something fetches it again.
 */
export class Line {
  #connection: HubConnection | undefined;
  #expected = 1;
  #state: LineState = { open: false, heardAt: Date.now() };
  #closed = false;
  #retryMs = firstRetryMs;
  readonly #handlers = new Map<string, Set<Handler>>();
  readonly #resync = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  readonly #watched = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | undefined;

  get state(): LineState {
    return this.#state;
  }

  start(): void {
    this.#closed = false;
    this.#timer = setInterval(() => void this.#ping(), pingEveryMs);
    void this.#connect();
  }

  stop(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    void this.#connection?.stop();
  }

  on<T>(type: string, handler: (data: T, sequence: number) => void): () => void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers.add(handler as Handler));
    return () => handlers.delete(handler as Handler);
  }

  onResync(handler: () => void): () => void {
    this.#resync.add(handler);
    return () => this.#resync.delete(handler);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for a topic's messages until the returned function is called; several may watch the same. */
  watch(topic: string): () => void {
    const watchers = this.#watched.get(topic) ?? 0;
    this.#watched.set(topic, watchers + 1);
    if (watchers === 0) this.#tell('Watch', topic);
    return () => {
      const left = this.#watched.get(topic)! - 1;
      if (left > 0) this.#watched.set(topic, left);
      else {
        this.#watched.delete(topic);
        this.#tell('Unwatch', topic);
      }
    };
  }

  typing(conversationId: string, toCustomer: boolean): void {
    this.#tell(toCustomer ? 'Typing' : 'TypingNote', conversationId);
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const connection = new HubConnectionBuilder()
      .withUrl('/live', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    this.#connection = connection;
    this.#expected = 1;
    connection.on('message', (message: Message) => this.#receive(message));
    connection.onclose(() => this.#lost(connection));
    try {
      await connection.start();
    } catch {
      this.#lost(connection);
      return;
    }
    this.#retryMs = firstRetryMs;
    this.#heard();
    for (const topic of this.#watched.keys()) this.#tell('Watch', topic);
    this.#resyncAll();
  }

  #lost(connection: HubConnection): void {
    if (connection !== this.#connection || this.#closed) return;
    this.#connection = undefined;
    this.#become({ open: false, heardAt: this.#state.heardAt });
    // Spread out, so that a restarted server is not met by all browsers in the same instant.
    setTimeout(() => void this.#connect(), this.#retryMs * (0.5 + Math.random()));
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
  }

  #receive(message: Message): void {
    this.#heard();
    const gap = message.n !== this.#expected;
    this.#expected = message.n + 1;
    for (const handler of this.#handlers.get(message.type) ?? [])
      handler(message.data as never, message.sequence);
    if (gap) this.#resyncAll();
  }

  async #ping(): Promise<void> {
    const connection = this.#connection;
    if (!connection || !this.#state.open) return;
    if (Date.now() - this.#state.heardAt > silentAfterMs + pingEveryMs) {
      // The socket may hang for minutes before the system notices; a new one is quicker.
      void connection.stop();
      return;
    }
    try {
      await connection.invoke('Ping');
      this.#heard();
    } catch {
      // The connection's own end is told by onclose.
    }
  }

  #tell(method: string, argument: string): void {
    if (this.#connection?.state === 'Connected')
      this.#connection.send(method, argument).catch(() => undefined);
  }

  #heard(): void {
    this.#become({ open: true, heardAt: Date.now() });
  }

  #become(state: LineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #resyncAll(): void {
    for (const handler of this.#resync) handler();
  }
}

/** Whether what is on the screen may be out of date: no word from the server for five seconds. */
export function isStale(state: LineState, now: number): boolean {
  return now - state.heardAt > silentAfterMs;
}
