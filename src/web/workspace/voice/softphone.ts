import { get, put } from '../../shared/http';
import type { VoiceLeg } from '../../shared/model';
import { onSoundChoice, soundChoices } from './choices';
import { Connection } from './connection';
import { closeMicrophone, type MicrophoneTrouble, NoMicrophone, openMicrophone } from './microphone';
import { type Light, lightOf, qualityOf } from './quality';

/**
 * `off`: this centre hears no browsers, or the person uses a desk phone. `elsewhere`: another tab or computer is heard.
 */
export type SoundState = 'off' | 'elsewhere' | 'opening' | 'open';

export type SoftphoneView = {
  state: SoundState;
  /** The call that the agent is in, as the centre says. */
  contactId: string | null;
  isHeld: boolean;
  /** Whom the agent asks in his call, at whatever device he has it. */
  asking: VoiceLeg['asking'];
  /** His call that is recorded. */
  recorded: VoiceLeg['recorded'];
  isMuted: boolean;
  isEchoing: boolean;
  trouble: MicrophoneTrouble | null;
  light: Light | null;
  /** How the customer sounds to the centre. */
  customerLight: Light | null;
};

const lockName = 'centrala.voice';
const mutedPlace = 'centrala.muted';
const firstRetryMs = 300;
const longestRetryMs = 5000;
const lookEveryMs = 2000;

const silent: SoftphoneView = {
  state: 'off',
  contactId: null,
  isHeld: false,
  asking: null,
  recorded: null,
  isMuted: false,
  isEchoing: false,
  trouble: null,
  light: null,
  customerLight: null,
};

/**
 * This tab's telephone. One tab of a browser is heard, the first one, until it is closed or another is told to be; it
 * keeps its connection for the whole day and opens it anew when it is lost. Calls come and go on it by themselves.
 */
export class Softphone {
  #view = silent;
  readonly #listeners = new Set<() => void>();
  #connection: Connection | undefined;
  #microphone: MediaStream | undefined;
  #opening: Promise<MediaStream> | undefined;
  #letGo: (() => void) | undefined;
  #retryMs = firstRetryMs;
  #isOn = false;
  #expectsCall = false;
  #counted = { received: 0, lost: 0 };
  #ends: (() => void)[] = [];

  get view(): SoftphoneView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async start(): Promise<void> {
    const leg = await get<VoiceLeg>('/voice/leg').catch(() => null);
    this.#ends.push(onSoundChoice(() => this.#choose()));
    const timer = setInterval(() => void this.#look(), lookEveryMs);
    this.#ends.push(() => clearInterval(timer));
    this.#isOn = leg?.isOn ?? false;
    if (leg) this.take(leg);
    this.#choose();
  }

  stop(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#leave('off', false);
  }

  /** What the centre says over the live line. */
  take(leg: VoiceLeg): void {
    const ended = this.#view.contactId !== null && leg.contactId !== this.#view.contactId;
    if (ended) this.#remember(false);
    this.#change({
      contactId: leg.contactId,
      isHeld: leg.isHeld,
      customerLight: leg.customerLight ?? null,
      asking: leg.asking,
      recorded: leg.recorded,
      isMuted: !ended && this.#view.isMuted,
      isEchoing: this.#view.isEchoing && leg.contactId === null,
    });
    if (leg.isConnected && leg.legId && this.#view.state === 'open' && leg.legId !== this.#connection?.id)
      this.#leave('elsewhere', false, true);
    void this.#feed();
  }

  /** Asks how things stand, after the live line was away. */
  async refresh(): Promise<void> {
    const leg = await get<VoiceLeg>('/voice/leg').catch(() => null);
    if (!leg) return;
    this.#isOn = leg.isOn;
    this.take(leg);
    if (this.#view.state === 'open' && !leg.legId) this.#lose();
    if (this.#view.state === 'off') this.#choose();
  }

  /** A call is offered: the microphone is made ready, so that taking the call is not delayed by it. */
  expectCall(isExpected: boolean): void {
    this.#expectsCall = isExpected;
    void this.#feed();
  }

  /** From now on this tab is heard, and no other. */
  claim(): void {
    void this.#hold(true);
  }

  mute(isMuted: boolean): void {
    this.#remember(isMuted);
    this.#change({ isMuted });
    this.#silence();
  }

  hold(isHeld: boolean): Promise<void> {
    return put(`/contacts/${this.#view.contactId}/hold`, { isHeld });
  }

  async echo(isOn: boolean): Promise<void> {
    await put('/voice/echo', { isOn });
    this.#change({ isEchoing: isOn });
    await this.#feed();
  }

  /** What is heard, for a meter; null when nothing can be. */
  get heard(): MediaStream | null {
    return this.#connection?.heard ?? null;
  }

  #choose(): void {
    const wanted = this.#isOn && soundChoices().device === 'browser';
    if (!wanted) this.#leave('off', true);
    else if (this.#view.state === 'off') void this.#hold(false);
    void this.#connection?.playAtSpeaker();
    if (this.#microphone) void this.#feed(true);
  }

  /** The browser lends one tab the right to be heard; it comes back by itself when the tab is closed. */
  async #hold(steal: boolean): Promise<void> {
    this.#letGo?.();
    this.#change({ state: 'elsewhere' });
    const held = (): Promise<void> =>
      new Promise(done => {
        this.#letGo = done;
        this.#open();
      });
    if (!navigator.locks) return held();
    await navigator.locks.request(lockName, steal ? { steal } : {}, held).catch(() => {
      // Another tab took it.
      this.#letGo = undefined;
      this.#leave('elsewhere', false);
      void this.#hold(false);
    });
  }

  #open(): void {
    this.#change({ state: 'opening', isMuted: sessionStorage.getItem(mutedPlace) === 'yes' });
    const connection = new Connection({
      opened: () => {
        if (this.#connection !== connection) return;
        this.#retryMs = firstRetryMs;
        this.#counted = { received: 0, lost: 0 };
        this.#change({ state: 'open' });
        void this.#feed();
      },
      lost: () => this.#connection === connection && this.#lose(),
    });
    this.#connection = connection;
    connection.open().catch(() => this.#connection === connection && this.#lose());
  }

  #lose(): void {
    this.#connection?.close(false);
    this.#connection = undefined;
    this.#change({ state: 'opening', light: null });
    const waitMs = this.#retryMs;
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    setTimeout(() => this.#view.state === 'opening' && !this.#connection && this.#open(), waitMs);
  }

  /** @param keepsRight whether other tabs of this browser stay silent too: the sound is at another computer. */
  #leave(state: 'off' | 'elsewhere', isTold: boolean, keepsRight = false): void {
    const letGo = keepsRight ? undefined : this.#letGo;
    if (!keepsRight) this.#letGo = undefined;
    this.#connection?.close(isTold);
    this.#connection = undefined;
    this.#change({ state, light: null, isEchoing: false });
    void this.#feed();
    letGo?.();
  }

  /** The microphone is open while there is somebody to hear it, and no longer. */
  async #feed(anew = false): Promise<void> {
    const isInCall = this.#view.contactId !== null || this.#view.isEchoing;
    const isWanted = this.#view.state === 'open' && (isInCall || this.#expectsCall);
    if (!isWanted || anew) {
      closeMicrophone(this.#microphone);
      this.#microphone = undefined;
    }
    if (isWanted && !this.#microphone && !(await this.#openMicrophone())) return;
    this.#silence();
    await this.#connection?.send(isInCall ? (this.#microphone?.getAudioTracks()[0] ?? null) : null);
    if (isInCall !== (this.#view.contactId !== null || this.#view.isEchoing)) await this.#feed();
  }

  async #openMicrophone(): Promise<boolean> {
    try {
      this.#opening ??= openMicrophone();
      this.#microphone = await this.#opening;
      this.#change({ trouble: null });
      return true;
    } catch (error) {
      this.#change({ trouble: error instanceof NoMicrophone ? error.trouble : 'missing' });
      return false;
    } finally {
      this.#opening = undefined;
    }
  }

  #silence(): void {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !this.#view.isMuted;
  }

  #remember(isMuted: boolean): void {
    if (isMuted) sessionStorage.setItem(mutedPlace, 'yes');
    else sessionStorage.removeItem(mutedPlace);
  }

  async #look(): Promise<void> {
    const connection = this.#connection;
    if (this.#view.state !== 'open' || !connection || this.#view.contactId === null) {
      if (this.#view.light) this.#change({ light: null });
      return;
    }
    const { quality, counted } = qualityOf(await connection.statistics(), this.#counted);
    this.#counted = counted;
    this.#change({ light: lightOf(quality) });
  }

  #change(change: Partial<SoftphoneView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export const softphone = new Softphone();
