import { inkOn, safeColour } from './brand';
import { Chat } from './Chat';
import { Keep } from './Keep';
import type { Language, Message, Settings } from './protocol';
import { Refused, Server } from './Server';
import { Speech, spoken } from './Speech';
import { styles } from './styles';
import { el, icon, icons, setText } from './views/dom';
import { Panel } from './views/Panel';

const settingsRetryMs = 10_000;

/**
 * `<centrala-chat data-key data-server data-language? data-theme? data-side? data-identity?>`:
 * the button in the corner and the window it opens.
 */
export class ChatElement extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly launcher: HTMLButtonElement;
  private readonly badge = el('span', { className: 'badge' });
  private readonly announcer = el('p', { className: 'unseen', role: 'status' });
  private keep!: Keep;
  private chat!: Chat;
  private speech!: Speech;
  private panel: Panel | undefined;
  private drawnFor: Settings | undefined;
  private drawing = false;

  constructor() {
    super();
    // Constructed sheets need no permission from a page's style-src.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.root.adoptedStyleSheets = [sheet];
    this.launcher = el('button', { className: 'launcher', type: 'button', 'aria-controls': 'panel' });
    this.launcher.append(icon(icons.chat), this.badge);
    this.launcher.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
  }

  connectedCallback(): void {
    if (this.chat) return;
    const { key = '', server = location.origin } = this.dataset;
    this.keep = new Keep(key);
    this.chat = new Chat(this.keep, new Server(server, key), () => this.dataset.identity);
    this.speech = new Speech(this.wantedLanguage());
    this.chat.changed = () => this.draw();
    this.chat.arrived = message => this.announce(message);
    this.chat.settings = this.keep.get<Settings>('settings');
    this.chat.resume();
    document.addEventListener('visibilitychange', () => this.draw());
    addEventListener('focus', () => this.draw());
    this.draw();
    void this.loadSettings();
  }

  get isOpen(): boolean {
    return this.keep.get<boolean>('open') ?? false;
  }

  open(): void {
    this.keep.set('open', true);
    this.drawNow();
    this.panel?.focus();
  }

  close(): void {
    this.keep.set('open', false);
    this.drawNow();
    this.launcher.focus();
  }

  private wantedLanguage(): Language {
    const chosen = this.keep.get<Language>('language');
    const asked = this.dataset.language;
    return spoken([...(chosen ? [chosen] : []), ...(asked ? [asked] : []), ...navigator.languages]);
  }

  private async loadSettings(): Promise<void> {
    try {
      await this.chat.loadSettings(this.speech.language);
      const settings = this.chat.settings as Settings;
      this.keep.set('settings', settings);
      if (settings.language !== this.speech.language) this.speech = new Speech(settings.language);
      this.draw();
    } catch (failure) {
      // A refused key shows nothing at all: the page is not to be marred by a widget that cannot work.
      if (failure instanceof Refused) this.root.replaceChildren();
      else setTimeout(() => void this.loadSettings(), settingsRetryMs);
    }
  }

  private choose(language: Language): void {
    this.keep.set('language', language);
    this.speech = new Speech(language);
    this.drawnFor = undefined;
    this.drawNow();
    this.panel?.focus();
    void this.loadSettings();
  }

  /** Once a frame is enough, however many changes come; a hidden page has no frames. */
  private draw(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => this.drawNow());
  }

  private drawNow(): void {
    this.drawing = false;
    const { settings } = this.chat;
    if (!settings) return;
    if (JSON.stringify(this.drawnFor) !== JSON.stringify(settings)) this.build(settings);
    const { isOpen, panel } = this;
    if (!panel) return;
    panel.element.hidden = !isOpen;
    panel.update();
    if (isOpen && !document.hidden && document.hasFocus()) this.chat.look();
    this.drawLauncher(isOpen);
  }

  private build(settings: Settings): void {
    const brand = safeColour(settings.brandColour);
    this.style.setProperty('--brand', brand);
    this.style.setProperty('--brand-ink', inkOn(brand));
    const choose = (language: Language) => this.choose(language);
    this.panel = new Panel(this.chat, settings, this.speech, choose, () => this.close());
    this.launcher.lang = this.speech.language;
    this.root.replaceChildren(this.panel.element, this.launcher, this.announcer);
    this.drawnFor = settings;
  }

  private drawLauncher(isOpen: boolean): void {
    const unread = isOpen ? 0 : this.chat.unread;
    const words = this.speech.say(isOpen ? 'closeChat' : 'openChat');
    const label = unread ? `${words}, ${this.speech.say('unread', { n: unread })}` : words;
    this.launcher.setAttribute('aria-expanded', String(isOpen));
    this.launcher.setAttribute('aria-label', label);
    setText(this.badge, unread ? String(unread) : '');
  }

  private announce(message: Message): void {
    if (this.isOpen || message.author.kind !== 'agent' || this.chat.unread === 0) return;
    setText(this.announcer, this.speech.say('unread', { n: this.chat.unread }));
  }
}
