import type { Keep } from './Keep';
import { Line } from './Line';
import { type Letter, Outbox } from './Outbox';
import type {
  Conversation,
  Down,
  FileInfo,
  Language,
  Message,
  Receipt,
  Settings,
  Standing,
  Start,
  Up,
} from './protocol';
import { Refused, type Server, Unavailable } from './Server';

interface Pass {
  conversationId: string;
  token: string;
  /** From this instant on the token should be exchanged for a fresh one. */
  renewAt: string;
}

const typingRestMs = 4_000;

/** The customer's conversation as this tab knows it: what was said, where it stands, what is on its way. */
export class Chat {
  settings: Settings | undefined;
  messages: Message[] = [];
  standing: Standing = { state: 'waiting' };
  receipt: Receipt = { deliveredTo: 0, readTo: 0 };
  agentTyping = false;
  lineUp = false;
  /** Set when the server no longer knows this visitor, or will not speak with him. */
  lockedOut: string | undefined;
  changed: () => void = () => {};
  arrived: (message: Message) => void = () => {};

  private readonly line: Line;
  private readonly outbox: Outbox;
  private typingSince = 0;
  private typingTimer = 0;
  private told = { received: 0, read: 0 };
  /** Everything up to this number came from the server in order; own messages may already stand beyond it. */
  private seenTo = 0;

  constructor(
    private readonly keep: Keep,
    private readonly server: Server,
    private readonly identity: () => string | undefined,
  ) {
    this.line = new Line(server.live(), {
      greet: () => this.greet(),
      heard: message => this.heard(message),
      changed: up => this.lineChanged(up),
    });
    this.outbox = new Outbox(
      keep,
      letter => this.deliver(letter),
      () => this.changed(),
    );
  }

  /** Takes up what an earlier page, or another tab, began. */
  resume(): void {
    this.keep.onOtherTab(name => {
      if (name === 'pass') this.passChanged();
      else if (name.startsWith('out.')) this.changed();
    });
    if (this.pass) this.line.start();
    this.outbox.flush();
  }

  async loadSettings(language: Language): Promise<void> {
    this.settings = await this.server.settings(language);
    this.changed();
  }

  /** True from the moment the customer sent the first message until he starts again. */
  get begun(): boolean {
    return this.pass !== undefined || this.outbox.letters().some(letter => letter.start && !letter.refused);
  }

  get letters(): Letter[] {
    return this.outbox.letters();
  }

  get draft(): string {
    return this.keep.get<string>('draft') ?? '';
  }

  set draft(text: string) {
    if (text) this.keep.set('draft', text);
    else this.keep.remove('draft');
  }

  get unread(): number {
    const read = this.keep.get<number>('read') ?? 0;
    return this.messages.filter(message => message.number > read && message.author.kind === 'agent').length;
  }

  begin(form: Start['form'], consent: boolean, language: Language, text: string): void {
    this.discardRefused();
    const visitorId = this.keep.get<string>('visitor') ?? crypto.randomUUID();
    this.keep.set('visitor', visitorId);
    const identity = this.identity();
    const start = {
      visitorId,
      form,
      consent,
      language,
      page: location.href,
      ...(identity ? { identity } : {}),
    };
    this.post(text, [], start);
  }

  post(text: string, files: FileInfo[], start?: Letter['start']): void {
    const letter: Letter = { clientId: crypto.randomUUID(), text, files, at: new Date().toISOString() };
    this.outbox.add(start ? { ...letter, start } : letter);
    this.draft = '';
    this.sayTyping(false);
    this.changed();
  }

  discard(letter: Letter): void {
    this.outbox.remove(letter);
    this.changed();
  }

  upload(file: File, clientId: string): Promise<FileInfo> {
    return this.withToken(token => this.server.upload(token, file, clientId));
  }

  download(path: string): Promise<Blob> {
    return this.withToken(token => this.server.download(token, path));
  }

  end(): Promise<void> {
    return this.withToken(token => this.server.end(token, this.lastNumber));
  }

  /** Leaves this conversation behind; what was not sent becomes the draft of the next. */
  startAgain(): void {
    const unsent = this.letters.map(letter => letter.text).join('\n');
    this.outbox.clear();
    this.keep.remove('pass');
    this.keep.remove('read');
    this.draft = [unsent, this.draft].filter(Boolean).join('\n');
    this.forget();
  }

  typing(): void {
    clearTimeout(this.typingTimer);
    this.typingTimer = window.setTimeout(() => this.sayTyping(false), typingRestMs);
    if (Date.now() - this.typingSince > typingRestMs) this.sayTyping(true);
  }

  /** The customer has the conversation before his eyes. */
  look(): void {
    const last = this.lastNumber;
    if (last > (this.keep.get<number>('read') ?? 0)) {
      this.keep.set('read', last);
      this.changed();
    }
    if (last > this.told.read) this.line.say({ type: 'read', number: last });
    this.told.read = Math.max(last, this.told.read);
  }

  private get lastNumber(): number {
    return this.messages.at(-1)?.number ?? 0;
  }

  private get pass(): Pass | undefined {
    return this.keep.get<Pass>('pass');
  }

  private passChanged(): void {
    this.line.stop();
    this.forget();
    if (this.pass) this.line.start();
  }

  private forget(): void {
    this.line.stop();
    this.messages = [];
    this.seenTo = 0;
    this.standing = { state: 'waiting' };
    this.receipt = { deliveredTo: 0, readTo: 0 };
    this.told = { received: 0, read: 0 };
    this.lockedOut = undefined;
    this.agentTyping = false;
    this.changed();
  }

  private discardRefused(): void {
    for (const letter of this.letters) if (letter.refused) this.outbox.remove(letter);
  }

  private async deliver(letter: Letter): Promise<void> {
    const { clientId, text, files, start } = letter;
    if (start) {
      const { conversationId, token, renewAt, number, at } = await this.server.start({
        ...start,
        clientId,
        text,
      });
      // Before the letter leaves the outbox: a crash between the two only repeats the request.
      this.keep.set('pass', { conversationId, token, renewAt } satisfies Pass);
      this.take({ number, at, clientId, text, files, author: { kind: 'customer' } });
      this.line.start();
      return;
    }
    const fileIds = files.map(file => file.id);
    const stored = await this.withToken(token => this.server.send(token, { clientId, text, fileIds }));
    this.take({ ...stored, clientId, text, files, author: { kind: 'customer' } });
  }

  /** Asks with a valid token; one that has run out is exchanged once. */
  private async withToken<T>(ask: (token: string) => Promise<T>): Promise<T> {
    const pass = this.pass;
    if (!pass) throw new Unavailable(0);
    try {
      return await ask(Date.parse(pass.renewAt) < Date.now() ? await this.renew(pass) : pass.token);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      if (failure.status === 401) return ask(await this.renew(pass));
      if (failure.problem === 'visitor-blocked') this.lock(failure.problem);
      throw failure;
    }
  }

  private async renew(pass: Pass): Promise<string> {
    try {
      const fresh = await this.server.renew(pass.token);
      this.keep.set('pass', { ...pass, ...fresh });
      return fresh.token;
    } catch (failure) {
      if (failure instanceof Refused) this.lock(failure.problem);
      throw failure;
    }
  }

  private lock(problem: string): void {
    this.lockedOut = problem;
    this.line.stop();
    this.changed();
  }

  private async greet(): Promise<Up> {
    // Fetched before each attempt: a network that lets no WebSocket through still shows every message.
    const token = await this.withToken(async token => {
      this.takeAll(await this.server.conversation(token, this.seenTo));
      return this.pass?.token ?? token;
    });
    this.outbox.flush();
    return { type: 'hello', token, after: this.seenTo };
  }

  private heard(down: Down): void {
    if (down.type === 'hello') this.takeAll(down.conversation);
    else if (down.type === 'message') this.takeInOrder(down.message);
    else if (down.type === 'typing') this.agentTyping = down.on;
    else if (down.type === 'receipt') this.receipt = down.receipt;
    else if (down.type === 'standing') this.standing = down.standing;
    this.changed();
  }

  private takeAll(conversation: Conversation): void {
    if (conversation.conversationId !== this.pass?.conversationId) return;
    this.standing = conversation.standing;
    this.receipt = conversation.receipt;
    for (const message of conversation.messages) this.takeInOrder(message);
    this.changed();
  }

  private takeInOrder(message: Message): void {
    this.seenTo = Math.max(this.seenTo, message.number);
    this.take(message);
  }

  private take(message: Message): void {
    if (this.messages.some(known => known.number === message.number)) return;
    const place = this.messages.findLastIndex(known => known.number < message.number) + 1;
    this.messages.splice(place, 0, message);
    const letter = this.letters.find(letter => letter.clientId === message.clientId);
    if (letter) this.outbox.remove(letter);
    if (message.author.kind !== 'customer') this.tellReceived(message);
  }

  private tellReceived(message: Message): void {
    if (message.author.kind === 'agent') this.agentTyping = false;
    if (message.number > this.told.received) this.line.say({ type: 'received', number: message.number });
    this.told.received = Math.max(message.number, this.told.received);
    this.arrived(message);
  }

  private lineChanged(up: boolean): void {
    this.lineUp = up;
    this.agentTyping = false;
    if (up) this.told = { received: 0, read: 0 };
    if (up && this.lastNumber) this.line.say({ type: 'received', number: this.lastNumber });
    this.changed();
  }

  private sayTyping(on: boolean): void {
    if (!on) clearTimeout(this.typingTimer);
    if (!on && this.typingSince === 0) return;
    this.typingSince = on ? Date.now() : 0;
    this.line.say({ type: 'typing', on });
  }
}
