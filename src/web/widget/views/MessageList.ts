import type { Chat } from '../Chat';
import type { Letter } from '../Outbox';
import type { FileInfo, Message } from '../protocol';
import type { Speech } from '../Speech';
import type { Words } from '../words/en';
import { el, setText } from './dom';
import { linked } from './linked';

interface Entry {
  element: HTMLElement;
  status: HTMLElement;
}

const nearTheEndPx = 80;

/** The conversation, newest at the bottom. Entries are never rebuilt: only their status changes. */
export class MessageList {
  readonly element: HTMLElement;
  private readonly entries = new Map<string, Entry>();
  private readonly typing: HTMLElement;

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
  ) {
    this.typing = el('p', { className: 'typing', role: 'status' });
    this.element = el('div', {
      className: 'log',
      tabIndex: 0,
      role: 'log',
      'aria-label': speech.say('question'),
    });
    this.element.setAttribute('aria-relevant', 'additions');
    this.element.append(this.typing);
  }

  update(): void {
    const log = this.element;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearTheEndPx;
    const before = this.entries.size;
    const { messages, letters } = this.chat;
    const lastOwn = messages.findLast(message => message.author.kind === 'customer');
    const shown = [
      ...messages.map(message => this.showMessage(message, message === lastOwn && letters.length === 0)),
      ...letters.map(letter => this.showLetter(letter)),
    ];
    this.arrange(new Set(shown));
    const writer = this.chat.standing.agentName ?? this.speech.say('someone');
    setText(this.typing, this.chat.agentTyping ? this.speech.say('writing', { name: writer }) : '');
    if (atEnd || (letters.length > 0 && this.entries.size > before)) log.scrollTop = log.scrollHeight;
  }

  /** Puts entries into their order and takes away what is no longer said. What stands right is not touched. */
  private arrange(keys: Set<string>): void {
    for (const [key, entry] of this.entries) {
      if (keys.has(key)) continue;
      entry.element.remove();
      this.entries.delete(key);
    }
    let next = this.element.firstElementChild;
    for (const key of keys) {
      const { element } = this.entries.get(key)!;
      if (element === next) next = element.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
  }

  private showMessage(message: Message, tellStatus: boolean): string {
    const key = message.clientId ?? `n${message.number}`;
    const entry = this.entries.get(key) ?? this.add(key, this.drawMessage(message));
    if (message.author.kind !== 'system') setText(entry.status, this.status(message, tellStatus));
    return key;
  }

  private showLetter(letter: Letter): string {
    const entry = this.entries.get(letter.clientId) ?? this.add(letter.clientId, this.drawLetter(letter));
    entry.element.classList.toggle('refused', letter.refused !== undefined);
    if (!letter.refused) setText(entry.status, this.speech.say('sending'));
    else if (!entry.status.querySelector('button')) this.explain(entry.status, letter);
    return letter.clientId;
  }

  private add(key: string, entry: Entry): Entry {
    this.entries.set(key, entry);
    this.typing.before(entry.element);
    return entry;
  }

  private status(message: Message, tell: boolean): string {
    const time = this.speech.when(message.at);
    if (!tell) return time;
    const { deliveredTo, readTo } = this.chat.receipt;
    const name = message.number <= readTo ? 'read' : message.number <= deliveredTo ? 'delivered' : 'sent';
    return `${time} · ${this.speech.say(name)}`;
  }

  private drawMessage(message: Message): Entry {
    if (message.author.kind === 'system') {
      const element = el('p', { className: 'system' }, this.systemText(message));
      return { element, status: element };
    }
    const own = message.author.kind === 'customer';
    const author = own ? this.speech.say('you') : (message.author.name ?? this.speech.say('someone'));
    return this.bubble(own, author, message.text, message.files);
  }

  private drawLetter(letter: Letter): Entry {
    return this.bubble(true, this.speech.say('you'), letter.text, letter.files);
  }

  private bubble(own: boolean, author: string, text: string, files: FileInfo[]): Entry {
    const status = el('small');
    const element = el(
      'div',
      { className: own ? 'message own' : 'message' },
      el('span', { className: own ? 'unseen' : 'author' }, `${author}${own ? ': ' : ''}`),
      text ? el('p', {}, ...linked(text)) : undefined,
      ...files.map(file => this.file(file)),
      status,
    );
    return { element, status };
  }

  private file(file: FileInfo): HTMLElement {
    const label = `${file.name} · ${this.speech.bytes(file.bytes)}`;
    return el(
      'button',
      { className: 'file', type: 'button', on: { click: () => void this.open(file) } },
      label,
    );
  }

  private async open(file: FileInfo): Promise<void> {
    const content = await this.chat.download(`/files/${file.id}`).catch(() => undefined);
    if (content) saveAs(content, file.name);
  }

  private explain(status: HTMLElement, letter: Letter): void {
    const discard = () => {
      this.chat.draft ||= letter.text;
      this.chat.discard(letter);
    };
    status.replaceChildren(
      `${this.speech.say('notSent')} (${letter.refused}) `,
      el('button', { className: 'link', type: 'button', on: { click: discard } }, this.speech.say('discard')),
    );
  }

  private systemText(message: Message): string {
    const known: Record<string, keyof Words> = {
      reminder: 'reminder',
      joined: 'joined',
      moved: 'moved',
      taken: 'taken',
      'ended-agent': 'endedAgent',
      'ended-customer': 'endedCustomer',
      'ended-silent': 'endedSilent',
    };
    const word = known[message.code ?? ''];
    return word
      ? this.speech.say(word, { name: this.speech.say('someone'), ...message.values })
      : message.text;
  }
}

/** Hands a file to the browser's downloads. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
