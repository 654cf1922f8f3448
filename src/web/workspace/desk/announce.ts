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

/** Two soft tones; and a notification of the system when the workspace is not what the person looks at. */
export function announce(title: string, text: string): void {
  sound(660, 0);
  sound(880, 0.16);
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body: text, tag: 'offer' });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

/** Asks once for the right to notify, on a click of the person as browsers want it. */
export function askToNotify(): void {
  if ('Notification' in window && Notification.permission === 'default')
    void Notification.requestPermission();
}

function sound(hertz: number, startsInSeconds: number) {
  if (audio?.state !== 'running') return;
  const from = audio.currentTime + startsInSeconds;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.18, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + 0.4);
}
