import type { Down, Up } from './protocol';

const firstRetryMs = 500;
const longestRetryMs = 15_000;
/** The server pings every 20 s; a line silent for longer than this is dead. */
const silenceMs = 45_000;

interface Owner {
  /** Called before each attempt; a rejection counts as a failed attempt. */
  greet(): Promise<Up>;
  heard(message: Down): void;
  changed(up: boolean): void;
}

/** A WebSocket that comes back by itself. A gap in the numbers is treated as a lost line. */
export class Line {
  private socket: WebSocket | undefined;
  private timer = 0;
  private failures = 0;
  private expected = 1;
  private open = false;
  private stopped = true;

  constructor(
    private readonly address: string,
    private readonly owner: Owner,
  ) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.failures = 0;
    addEventListener('online', this.hurry);
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    removeEventListener('online', this.hurry);
    clearTimeout(this.timer);
    this.drop();
  }

  /** Says it if the line is up; what is said here may be lost without harm. */
  say(message: Up): void {
    if (this.open) this.socket?.send(JSON.stringify(message));
  }

  private async connect(): Promise<void> {
    try {
      const hello = await this.owner.greet();
      if (this.stopped) return;
      this.dial(hello);
    } catch {
      this.later();
    }
  }

  private dial(hello: Up): void {
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.expected = 1;
    this.watch();
    socket.onopen = () => socket.send(JSON.stringify(hello));
    socket.onmessage = event => this.hear(socket, JSON.parse(String(event.data)) as Down);
    socket.onclose = () => {
      if (this.socket === socket) this.lost();
    };
  }

  private hear(socket: WebSocket, message: Down): void {
    if (this.socket !== socket) return;
    if (message.n !== this.expected) {
      this.lost();
      return;
    }
    this.expected++;
    this.watch();
    if (!this.open) {
      this.open = true;
      this.failures = 0;
      this.owner.changed(true);
    }
    if (message.type === 'ping') this.say({ type: 'ping' });
    else this.owner.heard(message);
  }

  private watch(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.lost(), silenceMs);
  }

  private lost(): void {
    this.drop();
    this.later();
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
    if (this.open) this.owner.changed(false);
    this.open = false;
  }

  private later(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** this.failures++);
    // Spread out, so that a restart is not met by every visitor in the same instant.
    this.timer = window.setTimeout(() => void this.connect(), wait * (0.5 + Math.random() / 2));
  }

  private readonly hurry = (): void => {
    this.failures = 0;
    if (this.open || this.stopped || this.socket) return;
    clearTimeout(this.timer);
    void this.connect();
  };
}
