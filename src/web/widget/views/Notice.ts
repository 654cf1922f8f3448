import type { Chat } from '../Chat';
import type { Standing } from '../protocol';
import type { Speech } from '../Speech';
import { el, setText } from './dom';

/** The lines above the conversation: who is there, or how long it may take, and whether the line is up. */
export class Notice {
  readonly element: HTMLElement;
  private readonly standing = el('p', { role: 'status' });
  private readonly offline = el('p', { className: 'offline', role: 'status' });

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
  ) {
    this.element = el('div', { className: 'notice' }, this.standing, this.offline);
  }

  update(): void {
    const { lineUp, standing, letters, messages } = this.chat;
    const known = messages.length > 0 && (lineUp || letters.length === 0);
    setText(this.standing, known ? describe(standing, this.speech) : '');
    setText(this.offline, lineUp || standing.state === 'ended' ? '' : this.speech.say(this.offlineWord()));
  }

  private offlineWord(): 'offline' | 'connecting' {
    return navigator.onLine && this.chat.messages.length === 0 ? 'connecting' : 'offline';
  }
}

function describe(standing: Standing, speech: Speech): string {
  switch (standing.state) {
    case 'connected':
      return speech.say('withYou', { name: standing.agentName ?? speech.say('someone') });
    case 'parked':
      return parked(standing, speech);
    case 'waiting':
      return `${place(standing, speech)} ${expectation(standing, speech)} ${speech.say('waitKept')}`.trim();
    case 'ended':
      return '';
  }
}

function parked({ opensAt }: Standing, speech: Speech): string {
  return opensAt ? speech.say('takenWhen', { when: speech.when(opensAt) }) : speech.say('parked');
}

function place({ position }: Standing, speech: Speech): string {
  if (position === undefined) return '';
  return position <= 1 ? speech.say('waitingNext') : speech.say('waitingAt', { n: position });
}

/** A range in whole minutes, rounded outwards: never more exact than what is known. */
function expectation({ waitFrom, waitTo }: Standing, speech: Speech): string {
  if (waitFrom === undefined && waitTo === undefined) return speech.say('waitUnknown');
  const from = Math.floor((waitFrom ?? 0) / 60);
  if (waitTo === undefined) return from > 0 ? speech.say('waitOver', { n: from }) : speech.say('waitUnknown');
  const to = Math.max(1, Math.ceil(waitTo / 60));
  return from === 0
    ? speech.say('waitUnder', { n: to })
    : speech.say('waitBetween', { from, to: Math.max(to, from + 1) });
}
