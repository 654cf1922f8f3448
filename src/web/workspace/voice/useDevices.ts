import { useEffect, useState } from 'react';

type Devices = { microphones: MediaDeviceInfo[]; speakers: MediaDeviceInfo[] };

/** What is plugged in, as far as the browser tells. */
export function useDevices(): Devices {
  const [devices, set] = useState<Devices>({ microphones: [], speakers: [] });
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media) return;
    let isOver = false;
    async function read() {
      const all = await media.enumerateDevices();
      const named = all.filter(one => one.deviceId && one.label && one.deviceId !== 'default');
      if (!isOver)
        set({
          microphones: named.filter(one => one.kind === 'audioinput'),
          speakers: named.filter(one => one.kind === 'audiooutput'),
        });
    }
    void read();
    media.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      media.removeEventListener('devicechange', read);
    };
  }, []);
  return devices;
}
