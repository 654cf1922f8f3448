import { useSyncExternalStore } from 'react';

/** What a person chose for the sound of this computer; empty: whatever the system uses. Another computer has others. */
export type SoundChoices = {
  /** `phone`: calls ring at the desk phone, and this browser stays silent. */
  device: 'browser' | 'phone';
  microphone: string;
  speaker: string;
  /** Where offers ring: the loudspeaker, while the headset lies on the desk. */
  ringer: string;
  /** Whether the browser takes echo and noise away. */
  cleansSound: boolean;
};

const place = 'centrala.sound';
const usual: SoundChoices = { device: 'browser', microphone: '', speaker: '', ringer: '', cleansSound: true };
const listeners = new Set<() => void>();

let chosen: SoundChoices = read();

export function soundChoices(): SoundChoices {
  return chosen;
}

export function chooseSound(change: Partial<SoundChoices>): void {
  chosen = { ...chosen, ...change };
  localStorage.setItem(place, JSON.stringify(chosen));
  for (const listener of listeners) listener();
}

export function onSoundChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSoundChoices(): SoundChoices {
  return useSyncExternalStore(onSoundChoice, soundChoices);
}

function read(): SoundChoices {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(place) ?? '{}') };
  } catch {
    return usual;
  }
}
