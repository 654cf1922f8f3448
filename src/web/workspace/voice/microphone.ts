import { soundChoices } from './choices';

export type MicrophoneTrouble = 'refused' | 'missing' | 'busy' | 'insecure';

/** Why there is no sound from this computer, in a word that the screens can explain. */
export class NoMicrophone extends Error {
  constructor(readonly trouble: MicrophoneTrouble) {
    super(trouble);
  }
}

/** Opens the microphone that the person chose; another one where that is not plugged in. */
export async function openMicrophone(): Promise<MediaStream> {
  // Browsers hand out microphones over https, or on the computer itself, alone.
  if (!navigator.mediaDevices) throw new NoMicrophone('insecure');
  const { microphone, cleansSound } = soundChoices();
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(microphone && { deviceId: { ideal: microphone } }),
        channelCount: 1,
        echoCancellation: cleansSound,
        noiseSuppression: cleansSound,
        autoGainControl: cleansSound,
      },
    });
  } catch (error) {
    throw new NoMicrophone(troubleOf(error));
  }
}

export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing';
}
