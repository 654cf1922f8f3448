import type { Chat } from '../Chat';
import type { Speech } from '../Speech';
import type { Words } from '../words/en';
import { el, setText } from './dom';
import { saveAs } from './MessageList';

/** Stands where the composer was once the conversation is over: why, the transcript, a new start. */
export class EndBar {
  readonly element: HTMLElement;
  private readonly reason = el('p', { role: 'status' });
  private readonly transcript: HTMLElement;

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
  ) {
    const again = () => chat.startAgain();
    this.transcript = el(
      'button',
      { type: 'button', className: 'secondary', on: { click: () => void this.save() } },
      speech.say('transcript'),
    );
    this.element = el(
      'div',
      { className: 'ended' },
      this.reason,
      this.transcript,
      el('button', { type: 'button', className: 'primary', on: { click: again } }, speech.say('again')),
    );
  }

  update(): void {
    const { lockedOut } = this.chat;
    this.transcript.hidden = lockedOut !== undefined;
    if (lockedOut)
      setText(this.reason, this.speech.say(lockedOut === 'visitor-blocked' ? 'blocked' : 'expired'));
    else setText(this.reason, this.speech.say(this.word(), { name: this.agent() }));
  }

  private word(): keyof Words {
    const reasons: Record<string, keyof Words> = {
      agent: 'endedAgent',
      customer: 'endedCustomer',
      silent: 'endedSilent',
    };
    return reasons[this.chat.standing.endedReason ?? ''] ?? 'ended';
  }

  private agent(): string {
    return this.chat.standing.agentName ?? this.speech.say('someone');
  }

  private async save(): Promise<void> {
    const language = this.speech.language;
    const content = await this.chat
      .download(`/transcript?format=html&language=${language}`)
      .catch(() => undefined);
    if (content) saveAs(content, `chat-${new Date().toISOString().slice(0, 10)}.html`);
    else setText(this.reason, this.speech.say('unavailable'));
  }
}
