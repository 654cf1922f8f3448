import { useEffect } from 'react';
import { softphone } from './softphone';

type Action = MediaSessionAction | 'togglemicrophone' | 'hangup';

/** The keys of a headset, where browser and headset know each other: mute, and hang up. */
export function useHeadset(isInCall: boolean, isMuted: boolean, hangUp: () => void): void {
  useEffect(() => {
    if (!isInCall || !('mediaSession' in navigator)) return;
    const ends = [
      listen('togglemicrophone', () => softphone.mute(!softphone.view.isMuted)),
      listen('hangup', hangUp),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [isInCall, hangUp]);

  useEffect(() => {
    const session = navigator.mediaSession as
      | (MediaSession & { setMicrophoneActive?: (isActive: boolean) => void })
      | undefined;
    if (isInCall) session?.setMicrophoneActive?.(!isMuted);
  }, [isInCall, isMuted]);
}

/** A browser that does not know an action says so by an error. */
function listen(action: Action, run: () => void): () => void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, run);
    return () => navigator.mediaSession.setActionHandler(action as MediaSessionAction, null);
  } catch {
    return () => undefined;
  }
}
