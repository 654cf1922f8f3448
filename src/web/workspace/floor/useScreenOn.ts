import { useEffect } from 'react';

/** Keeps the screen from going dark while a page is shown on a wall, where the browser can. */
export function useScreenOn(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const take = () => {
      if (document.visibilityState === 'visible')
        void navigator.wakeLock?.request('screen').then(
          taken => {
            lock = taken;
          },
          () => undefined,
        );
    };
    take();
    document.addEventListener('visibilitychange', take);
    return () => {
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, []);
}
