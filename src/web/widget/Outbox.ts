import type { Keep } from './Keep';
import type { FileInfo, Start } from './protocol';
import { Refused, Unavailable } from './Server';

/** Something the customer wrote that the server has not yet acknowledged. */
export interface Letter {
  clientId: string;
  text: string;
  files: FileInfo[];
  at: string;
  /** Set on the first letter: it starts the conversation. */
  start?: Omit<Start, 'key' | 'clientId' | 'text'>;
  /** Why the server refused it; it is not sent again. */
  refused?: string;
}

const firstRetryMs = 1_000;
const longestRetryMs = 20_000;

/**
 * Letters on their way out, one stored entry each, so that tabs do not overwrite one another.
 * Each is sent until it is acknowledged, oldest first; its client id makes repetition harmless.
 */
export class Outbox {
  private sending = false;
  private failures = 0;
  private timer = 0;

  constructor(
    private readonly keep: Keep,
    private readonly deliver: (letter: Letter) => Promise<void>,
    private readonly changed: () => void,
  ) {}

  letters(): Letter[] {
    return this.keep.names('out.').flatMap(name => this.keep.get<Letter>(name) ?? []);
  }

  add(letter: Letter): void {
    this.keep.set(nameOf(letter), letter);
    this.flush();
  }

  remove(letter: Letter): void {
    this.keep.remove(nameOf(letter));
  }

  clear(): void {
    for (const letter of this.letters()) this.remove(letter);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.failures = 0;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let letter = this.next(); letter; letter = this.next()) await this.one(letter);
      this.failures = 0;
    } catch (failure) {
      this.again(failure instanceof Unavailable ? failure.retryAfterMs : 0);
    } finally {
      this.sending = false;
    }
  }

  private next(): Letter | undefined {
    return this.letters().find(letter => !letter.refused);
  }

  private async one(letter: Letter): Promise<void> {
    try {
      await this.deliver(letter);
      this.remove(letter);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.keep.set(nameOf(letter), { ...letter, refused: failure.problem });
    }
    this.changed();
  }

  private again(afterMs: number): void {
    const wait = Math.max(afterMs, Math.min(longestRetryMs, firstRetryMs * 2 ** this.failures++));
    this.timer = window.setTimeout(() => void this.run(), wait);
  }
}

/** Sorts by the instant of writing. */
function nameOf(letter: Letter): string {
  return `out.${letter.at}.${letter.clientId}`;
}
