import { useEffect } from 'react';
import { settingsNow } from '../account/settings';
import { playOffer } from '../desk/announce';

const ringEveryMs = 2500;

/** A call that is offered goes on ringing until somebody takes it; other work sounds once. */
export function useRinging(isRinging: boolean): void {
  useEffect(() => {
    if (!isRinging) return;
    const timer = setInterval(() => settingsNow().offerSound && playOffer(), ringEveryMs);
    return () => clearInterval(timer);
  }, [isRinging]);
}
