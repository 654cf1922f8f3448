import type { Chat } from '../Chat';
import type { FieldRule, Language, Settings } from '../protocol';
import type { Speech } from '../Speech';
import { el, setText } from './dom';

interface Field {
  row: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  /** The reason why the value cannot be taken, or nothing. */
  check: () => string | undefined;
  error: HTMLElement;
}

/** What the customer fills in before the first message: fewest fields first, consent last. */
export class StartForm {
  readonly element: HTMLElement;
  private readonly fields: Field[] = [];
  private readonly name: Field | undefined;
  private readonly email: Field | undefined;
  private readonly question: Field;
  private readonly consent: Field | undefined;
  private readonly notice = el('p', { className: 'error', role: 'alert' });

  constructor(
    private readonly chat: Chat,
    private readonly settings: Settings,
    private readonly speech: Speech,
    choose: (language: Language) => void,
  ) {
    const { form, consent, open } = settings;
    this.name = this.textField('name', form.name, 'name');
    // Who leaves a message wants an answer: without an address there is no way to give one.
    this.email = this.textField('email', open ? form.email : 'required', 'email');
    this.question = this.questionField();
    this.consent = consent.required ? this.consentField() : undefined;
    this.element = el(
      'form',
      { className: 'start', noValidate: true, on: { submit: (event: Event) => this.submit(event) } },
      this.heading(),
      settings.languages.length > 1 && this.languageField(choose),
      ...this.fields.map(field => field.row),
      this.notice,
      el('button', { className: 'primary' }, speech.say(open ? 'start' : 'leave')),
    );
  }

  focus(): void {
    (this.fields.find(field => !field.input.value) ?? this.question).input.focus();
  }

  update(): void {
    const refused = this.chat.letters.find(letter => letter.start && letter.refused);
    if (refused) this.question.input.value ||= refused.text;
    const why =
      refused?.refused === 'visitor-blocked' ? this.speech.say('blocked') : (refused?.refused ?? '');
    setText(
      this.notice,
      why && refused?.refused !== 'visitor-blocked' ? this.speech.say('refused', { why }) : why,
    );
  }

  private heading(): HTMLElement {
    const { open, opensAt, pause, greeting, announcement } = this.settings;
    if (open) return el('h2', {}, greeting ?? this.speech.say('greeting'));
    const opens = opensAt ? ` ${this.speech.say('opens', { when: this.speech.when(opensAt) })}` : '';
    return el(
      'div',
      {},
      el('h2', {}, announcement ?? `${this.speech.say(pause ? 'paused' : 'closed')}${opens}`),
      el('p', { className: 'soft' }, this.speech.say('closedHow')),
    );
  }

  private languageField(choose: (language: Language) => void): HTMLElement {
    const options = this.settings.languages.map(language =>
      el(
        'option',
        { value: language, lang: language, selected: language === this.speech.language },
        this.speech.languageName(language),
      ),
    );
    const select = el(
      'select',
      { id: 'language', on: { change: () => choose(select.value as Language) } },
      ...options,
    );
    return el(
      'div',
      { className: 'row side' },
      el('label', { htmlFor: 'language' }, this.speech.say('language')),
      select,
    );
  }

  private textField(
    kind: 'name' | 'email',
    rule: FieldRule,
    autocomplete: 'name' | 'email',
  ): Field | undefined {
    if (rule === 'hidden') return undefined;
    const input = el('input', { type: kind === 'email' ? 'email' : 'text', autocomplete, maxLength: 200 });
    return this.field(input, this.speech.say(kind), rule === 'required', () => {
      const value = input.value.trim();
      if (!value) return rule === 'required' ? this.speech.say('required') : undefined;
      const wrong = kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value);
      return wrong ? this.speech.say('emailWrong') : undefined;
    });
  }

  private questionField(): Field {
    const input = el('textarea', { rows: 3, value: this.chat.draft });
    input.addEventListener('input', () => {
      this.chat.draft = input.value;
    });
    return this.field(input, this.speech.say('question'), true, () => {
      if (!input.value.trim()) return this.speech.say('required');
      const most = this.settings.maxTextLength;
      return input.value.length > most ? this.speech.say('tooLong', { n: most }) : undefined;
    });
  }

  private consentField(): Field {
    const { text, link } = this.settings.consent;
    const input = el('input', { type: 'checkbox' });
    const field = this.field(input, text ?? this.speech.say('consent'), true, () =>
      input.checked ? undefined : this.speech.say('consentNeeded'),
    );
    field.row.classList.add('consent');
    field.row.prepend(input);
    if (link && /^https?:/.test(link)) {
      const more = el('a', { href: link, target: '_blank', rel: 'noopener' }, this.speech.say('consentMore'));
      field.error.before(more);
    }
    return field;
  }

  private field(input: Field['input'], label: string, required: boolean, check: Field['check']): Field {
    const id = `field-${this.fields.length}`;
    const error = el('p', { className: 'error', id: `${id}-error` });
    input.id = id;
    input.required = required;
    input.setAttribute('aria-describedby', error.id);
    const words = required ? label : `${label} (${this.speech.say('optional')})`;
    const row = el('div', { className: 'row' }, el('label', { htmlFor: id }, words), input, error);
    const field: Field = { row, input, check, error };
    // Not on leaving the field: an error that vanishes under a click moves what was to be clicked.
    input.addEventListener('input', () => {
      if (input.getAttribute('aria-invalid') === 'true') this.judge(field);
    });
    this.fields.push(field);
    return field;
  }

  private judge(field: Field): boolean {
    const wrong = field.check();
    setText(field.error, wrong ?? '');
    field.input.setAttribute('aria-invalid', String(wrong !== undefined));
    return wrong === undefined;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const wrong = this.fields.filter(field => !this.judge(field));
    if (wrong[0]) {
      wrong[0].input.focus();
      return;
    }
    const name = this.name?.input.value.trim();
    const email = this.email?.input.value.trim();
    const agreed = this.consent !== undefined && (this.consent.input as HTMLInputElement).checked;
    const form = { ...(name ? { name } : {}), ...(email ? { email } : {}) };
    this.chat.begin(form, agreed, this.speech.language, this.question.input.value.trim());
  }
}
