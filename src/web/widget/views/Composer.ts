import type { Chat } from '../Chat';
import type { Settings } from '../protocol';
import type { Speech } from '../Speech';
import { Attachments } from './Attachments';
import { el, icon, icons, setText } from './dom';

const tallestPx = 140;

/** Where the customer writes: Enter sends, Shift+Enter breaks the line, the draft survives a reload. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly text: HTMLTextAreaElement;
  private readonly error = el('p', { className: 'error', role: 'alert' });
  private readonly files: Attachments;

  constructor(
    private readonly chat: Chat,
    private readonly settings: Settings,
    private readonly speech: Speech,
  ) {
    const label = speech.say('write');
    this.files = new Attachments(chat, settings, speech, problem => setText(this.error, problem));
    this.text = el('textarea', { rows: 1, value: chat.draft, placeholder: label, 'aria-label': label });
    this.text.addEventListener('input', () => this.written());
    this.text.addEventListener('keydown', event => this.key(event));
    this.text.addEventListener('paste', event => this.files.take(event.clipboardData?.files));
    this.element = el(
      'form',
      { className: 'composer', on: { submit: (event: Event) => this.submit(event) } },
      this.files.element,
      this.error,
      el('div', { className: 'line' }, this.files.button, this.text, this.sendButton()),
    );
  }

  focus(): void {
    this.text.focus();
    this.grow();
  }

  update(): void {
    if (!this.text.value && this.chat.draft) this.text.value = this.chat.draft;
  }

  private sendButton(): HTMLElement {
    return el(
      'button',
      { className: 'round primary', 'aria-label': this.speech.say('send') },
      icon(icons.send),
    );
  }

  private written(): void {
    this.chat.draft = this.text.value;
    this.chat.typing();
    const most = this.settings.maxTextLength;
    setText(this.error, this.text.value.length > most ? this.speech.say('tooLong', { n: most }) : '');
    this.grow();
  }

  private grow(): void {
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.min(tallestPx, this.text.scrollHeight)}px`;
  }

  private key(event: KeyboardEvent): void {
    // While an input method is composing, Enter chooses a character.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.value.trim();
    if (this.files.busy || text.length > this.settings.maxTextLength) return;
    const files = this.files.ready();
    if (!text && files.length === 0) return;
    this.text.value = '';
    this.files.clear();
    setText(this.error, '');
    this.chat.post(text, files);
    this.focus();
  }
}
