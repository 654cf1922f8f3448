import { useEffect, useSyncExternalStore } from 'react';
import type { VoiceLeg } from '../../shared/model';
import { useDesk } from '../desk/desk';
import { useLine } from '../live/LiveLine';
import { type SoftphoneView, softphone } from './softphone';

export function useSoftphone(): SoftphoneView {
  return useSyncExternalStore(softphone.subscribe, () => softphone.view);
}

/** Keeps this tab's telephone going for the time that the agent is signed in. */
export function useTelephone(): void {
  const line = useLine();
  const expectsCall = useDesk().data?.offers.some(offer => offer.channel === 'call') ?? false;

  useEffect(() => {
    void softphone.start();
    const ends = [
      line.on<VoiceLeg>('voice.leg', leg => softphone.take(leg)),
      line.onResync(() => void softphone.refresh()),
    ];
    return () => {
      for (const end of ends) end();
      softphone.stop();
    };
  }, [line]);

  useEffect(() => softphone.expectCall(expectsCall), [expectsCall]);
}
