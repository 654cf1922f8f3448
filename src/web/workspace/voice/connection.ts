import { put, remove } from '../../shared/http';
import { newId } from '../../shared/identity';
import { soundChoices } from './choices';

type Ends = { opened: () => void; lost: () => void };

/**
 * The way that sound takes between this tab and the centre: agreed upon once, for all calls to come. While there is
 * none, nothing is sent.
 */
export class Connection {
  readonly id = newId();
  readonly #peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  readonly #sender: RTCRtpSender;
  readonly #player = new Audio();
  #isOver = false;

  constructor(ends: Ends) {
    const transceiver = this.#peer.addTransceiver('audio', { direction: 'sendrecv' });
    this.#sender = transceiver.sender;
    this.#player.srcObject = new MediaStream([transceiver.receiver.track]);
    this.#player.autoplay = true;
    this.#peer.onconnectionstatechange = () => {
      if (this.#isOver) return;
      if (this.#peer.connectionState === 'connected') ends.opened();
      // Disconnected may heal, but a new connection stands in a tenth of a second.
      else if (['disconnected', 'failed', 'closed'].includes(this.#peer.connectionState)) ends.lost();
    };
  }

  /** @throws when the server does not answer, or the browser does not take its answer. */
  async open(): Promise<void> {
    await this.#peer.setLocalDescription();
    const offer = this.#peer.localDescription!.sdp;
    const { answer } = await put<{ answer: string }>(`/voice/leg/${this.id}`, { offer });
    if (this.#isOver) return;
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: answer });
    await this.playAtSpeaker();
  }

  /** Sends this sound, or none. */
  async send(track: MediaStreamTrack | null): Promise<void> {
    await this.#sender.replaceTrack(track);
    // Some browsers wait with playing until the person has done something: a call taken is that.
    if (track) void this.#player.play().catch(() => undefined);
  }

  async playAtSpeaker(): Promise<void> {
    const { speaker } = soundChoices();
    if ('setSinkId' in this.#player) await this.#player.setSinkId(speaker).catch(() => undefined);
  }

  statistics(): Promise<RTCStatsReport> {
    return this.#peer.getStats();
  }

  /** What is heard, for whoever wants to look at it. */
  get heard(): MediaStream {
    return this.#player.srcObject as MediaStream;
  }

  /** @param isTold whether the centre is to know at once: otherwise it waits for another tab. */
  close(isTold: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#peer.close();
    this.#player.srcObject = null;
    if (isTold) void remove(`/voice/leg/${this.id}`).catch(() => undefined);
  }
}
