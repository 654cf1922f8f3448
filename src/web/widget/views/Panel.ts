import type { Chat } from '../Chat';
import type { Language, Settings } from '../protocol';
import type { Speech } from '../Speech';
import { el, icon, icons } from './dom';
import { StartForm } from './StartForm';
import { Talk } from './Talk';

/** The window of the chat: a header, and under it the form or the conversation. */
export class Panel {
  readonly element: HTMLElement;
  private readonly body = el('div', { className: 'body' });
  private readonly endButton: HTMLElement;
  private readonly confirm: HTMLElement;
  private view: StartForm | Talk | undefined;

  constructor(
    private readonly chat: Chat,
    private readonly settings: Settings,
    private readonly speech: Speech,
    private readonly choose: (language: Language) => void,
    close: () => void,
  ) {
    this.endButton = this.headerButton('end', icons.leave, () => this.askToEnd(true));
    this.confirm = this.endQuestion();
    const heading = el('h1', { id: 'title' }, settings.name);
    const header = el(
      'header',
      {},
      ...(settings.logo ? [el('img', { src: settings.logo, alt: '' })] : []),
      heading,
      this.endButton,
      this.headerButton('closeChat', icons.down, close),
    );
    this.element = el(
      'section',
      { className: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'title', lang: speech.language },
      header,
      this.confirm,
      this.body,
    );
    this.element.addEventListener('keydown', event => this.key(event, close));
  }

  focus(): void {
    this.view?.focus();
  }

  update(): void {
    const Kind = this.chat.begun ? Talk : StartForm;
    if (!(this.view instanceof Kind)) this.show(Kind);
    this.view?.update();
    const running = this.view instanceof Talk && !this.view.over && this.chat.messages.length > 0;
    this.endButton.hidden = !running;
    if (!running) this.confirm.hidden = true;
  }

  private show(Kind: typeof Talk | typeof StartForm): void {
    const hadFocus = this.element.matches(':focus-within');
    this.view =
      Kind === Talk
        ? new Talk(this.chat, this.settings, this.speech)
        : new StartForm(this.chat, this.settings, this.speech, this.choose);
    this.body.replaceChildren(this.view.element);
    if (hadFocus) queueMicrotask(() => this.focus());
  }

  private headerButton(word: 'end' | 'closeChat', drawing: string, click: () => void): HTMLElement {
    const label = this.speech.say(word);
    return el('button', { type: 'button', 'aria-label': label, title: label, on: { click } }, icon(drawing));
  }

  private endQuestion(): HTMLElement {
    const yes = () => {
      this.askToEnd(false);
      // A request that does not arrive leaves the conversation open and the button in place: press again.
      this.chat.end().catch(() => this.askToEnd(true));
    };
    const button = (className: string, word: 'endYes' | 'endNo', click: () => void) =>
      el('button', { type: 'button', className, on: { click } }, this.speech.say(word));
    const question = el(
      'div',
      { className: 'confirm', role: 'group', 'aria-label': this.speech.say('endSure') },
      el('p', {}, this.speech.say('endSure')),
      button('secondary', 'endNo', () => this.askToEnd(false)),
      button('danger', 'endYes', yes),
    );
    question.hidden = true;
    return question;
  }

  private askToEnd(ask: boolean): void {
    this.confirm.hidden = !ask;
    if (ask) this.confirm.querySelector('button')?.focus();
    else this.focus();
  }

  private key(event: KeyboardEvent, close: () => void): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.confirm.hidden) close();
      else this.askToEnd(false);
    } else if (event.key === 'Tab' && this.coversThePage()) this.keepFocus(event);
  }

  /** On a phone the window hides the page, so focus must not wander behind it. */
  private coversThePage(): boolean {
    return this.element.clientWidth >= innerWidth - 1;
  }

  private keepFocus(event: KeyboardEvent): void {
    const all = [
      ...this.element.querySelectorAll<HTMLElement>('button,input,textarea,select,a[href],[tabindex="0"]'),
    ];
    const reachable = all.filter(element => element.offsetParent !== null);
    const edge = event.shiftKey ? reachable[0] : reachable.at(-1);
    const root = this.element.getRootNode() as ShadowRoot;
    if (root.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? reachable.at(-1) : reachable[0])?.focus();
  }
}
