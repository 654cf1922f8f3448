import { settingsNow } from '../account/settings';

/** Of full scale, at the loudest: a headset is worn for eight hours. */
const loudest = 0.26;

let audio: AudioContext | undefined;

/** A browser lets a page sound only after its first click or key: from then on the offers can be heard. */
export function allowSound(): void {
  const start = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  window.addEventListener('pointerdown', start, { once: true });
  window.addEventListener('keydown', start, { once: true });
}

/** Sounds an offer, and shows a notification of the system when the workspace is not what the person looks at. */
export function announce(title: string, text: string): void {
  const settings = settingsNow();
  if (settings.offerSound) playOffer();
  if (!settings.notifications || (document.visibilityState === 'visible' && document.hasFocus())) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body: text, tag: 'offer' });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

/** Sounds a customer's message, where the person wants to hear them. */
export function announceMessage(): void {
  if (settingsNow().messageSound) playMessage();
}

/** Sounds that a queue wants a lead's attention; together with offers, for it is as urgent. */
export function announceAlert(): void {
  if (settingsNow().offerSound) playAlert();
}

/** Three, falling. */
function playAlert(): void {
  sound(740, 0);
  sound(620, 0.14);
  sound(520, 0.28);
}

/** Two soft tones. */
export function playOffer(): void {
  sound(660, 0);
  sound(880, 0.16);
}

/** One, lower. */
export function playMessage(): void {
  sound(520, 0);
}

/** Asks once for the right to notify, on a click of the person as browsers want it. */
export function askToNotify(): void {
  if ('Notification' in window && Notification.permission === 'default' && settingsNow().notifications)
    void Notification.requestPermission();
}

function sound(hertz: number, startsInSeconds: number) {
  const volume = settingsNow().volume;
  if (audio?.state !== 'running' || volume === 0) return;
  const from = audio.currentTime + startsInSeconds;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime((loudest * volume) / 100, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.35);
  tone.connect(loudness).connect(audio.destination);
  tone.start(from);
  tone.stop(from + 0.4);
}
