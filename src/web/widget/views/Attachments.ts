import type { Chat } from '../Chat';
import type { FileInfo, Settings } from '../protocol';
import { Unavailable } from '../Server';
import type { Speech } from '../Speech';
import { el, icon, icons } from './dom';

interface Attachment {
  element: HTMLElement;
  stored?: FileInfo;
}

const uploadTries = 4;
const retryMs = 2_000;

/** Files chosen for the next message: checked here, sent at once, shown as chips until the message goes. */
export class Attachments {
  readonly element = el('ul', { className: 'chips' });
  readonly button: HTMLElement;
  private readonly list = new Set<Attachment>();

  constructor(
    private readonly chat: Chat,
    private readonly settings: Settings,
    private readonly speech: Speech,
    private readonly complain: (problem: string) => void,
  ) {
    const { extensions, maxPerMessage } = settings.files;
    const chooser = el('input', { type: 'file', multiple: true, hidden: true, accept: extensions.join(',') });
    chooser.addEventListener('change', () => {
      this.take(chooser.files);
      chooser.value = '';
    });
    const label = speech.say('attach');
    this.button = el(
      'button',
      {
        type: 'button',
        className: 'round',
        'aria-label': label,
        title: label,
        on: { click: () => chooser.click() },
      },
      icon(icons.clip),
      chooser,
    );
    this.button.hidden = maxPerMessage === 0;
  }

  get busy(): boolean {
    return [...this.list].some(attachment => !attachment.stored);
  }

  ready(): FileInfo[] {
    return [...this.list].flatMap(attachment => attachment.stored ?? []);
  }

  clear(): void {
    this.list.clear();
    this.element.replaceChildren();
  }

  take(files: FileList | null | undefined): void {
    for (const file of files ?? []) {
      const problem = this.problem(file);
      if (problem) this.complain(problem);
      else void this.add(file);
    }
  }

  private problem(file: File): string | undefined {
    const { maxBytes, maxPerMessage, extensions } = this.settings.files;
    const name = file.name;
    if (this.list.size >= maxPerMessage) return this.speech.say('fileMany', { n: maxPerMessage });
    if (file.size > maxBytes)
      return this.speech.say('fileLarge', { name, limit: this.speech.bytes(maxBytes) });
    const known = extensions.some(extension => name.toLowerCase().endsWith(extension));
    return known ? undefined : this.speech.say('fileKind', { name });
  }

  private async add(file: File): Promise<void> {
    const attachment: Attachment = {
      element: el('li', {}, this.speech.say('uploading', { name: file.name })),
    };
    this.list.add(attachment);
    this.element.append(attachment.element);
    this.complain('');
    try {
      attachment.stored = await this.send(file);
      attachment.element.replaceChildren(`${file.name} `, this.removeButton(attachment, file.name));
    } catch {
      this.drop(attachment);
      this.complain(this.speech.say('fileFailed', { name: file.name }));
    }
  }

  private async send(file: File): Promise<FileInfo> {
    const clientId = crypto.randomUUID();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.chat.upload(file, clientId);
      } catch (failure) {
        if (!(failure instanceof Unavailable) || attempt === uploadTries) throw failure;
        await new Promise(done => setTimeout(done, Math.max(failure.retryAfterMs, attempt * retryMs)));
      }
    }
  }

  private removeButton(attachment: Attachment, name: string): HTMLElement {
    const label = this.speech.say('remove', { name });
    const remove = () => this.drop(attachment);
    return el('button', { type: 'button', 'aria-label': label, on: { click: remove } }, icon(icons.cross));
  }

  private drop(attachment: Attachment): void {
    this.list.delete(attachment);
    attachment.element.remove();
  }
}
