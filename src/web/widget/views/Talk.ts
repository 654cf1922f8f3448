import type { Chat } from '../Chat';
import type { Settings } from '../protocol';
import type { Speech } from '../Speech';
import { Composer } from './Composer';
import { el } from './dom';
import { EndBar } from './EndBar';
import { MessageList } from './MessageList';
import { Notice } from './Notice';

/** The running conversation: notice above, messages, and below them the composer or the end. */
export class Talk {
  readonly element: HTMLElement;
  private readonly notice: Notice;
  private readonly list: MessageList;
  private readonly composer: Composer;
  private readonly endBar: EndBar;

  constructor(
    private readonly chat: Chat,
    settings: Settings,
    speech: Speech,
  ) {
    this.notice = new Notice(chat, speech);
    this.list = new MessageList(chat, speech);
    this.composer = new Composer(chat, settings, speech);
    this.endBar = new EndBar(chat, speech);
    const parts = [this.notice, this.list, this.composer, this.endBar];
    this.element = el('div', { className: 'talk' }, ...parts.map(part => part.element));
  }

  get over(): boolean {
    return this.chat.lockedOut !== undefined || this.chat.standing.state === 'ended';
  }

  focus(): void {
    if (this.over) this.endBar.element.querySelector('button')?.focus();
    else this.composer.focus();
  }

  update(): void {
    this.notice.update();
    this.list.update();
    this.composer.update();
    this.endBar.update();
    this.composer.element.hidden = this.over;
    this.endBar.element.hidden = !this.over;
  }
}
