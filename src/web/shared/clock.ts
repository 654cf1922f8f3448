import { createContext, useContext, useSyncExternalStore } from 'react';

/** An instant at which every clock below stands still, because what is shown was then; null: they run. */
export const StandingClock = createContext<number | null>(null);

/** Milliseconds that the server's clock is ahead of this computer's. */
let aheadMs = 0;
let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Takes the server's clock as the true one; waits and deadlines are counted from it. */
export function setServerTime(at: string | number | Date): void {
  const measured = new Date(at).getTime() - Date.now();
  // The answer's travel time is noise; only a real difference is worth a jump of every clock on the screen.
  if (Math.abs(measured - aheadMs) > 1500) aheadMs = measured;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

/** The server's time, renewed each second for all who watch at once: clocks on one screen tick together. */
export function useNow(): number {
  const standing = useContext(StandingClock);
  const now = useSyncExternalStore(subscribe, () => (standing === null ? second : 0));
  return standing ?? now * 1000 + aheadMs;
}

/** Whether an instant, in milliseconds by the server's clock, has passed; asks for drawing anew only when it does. */
export function useHasPassed(instant: number): boolean {
  const standing = useContext(StandingClock);
  return useSyncExternalStore(subscribe, () => (standing ?? second * 1000 + aheadMs) >= instant);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  const current = Math.floor(Date.now() / 1000);
  if (current === second) return;
  second = current;
  for (const listener of listeners) listener();
}
