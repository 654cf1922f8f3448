import type { FloorQueue } from '../../shared/model';

export type Urgency = 'breach' | 'warn' | 'calm';

const warnsAtShareOfTarget = 0.5;
const nearTargetBasisPoints = 300;

/** A wait against its queue's target: half of it is a warning, all of it a breach. */
export function urgencyOfWait(waitedSeconds: number, targetSeconds: number): Urgency {
  if (waitedSeconds >= targetSeconds) return 'breach';
  return waitedSeconds >= targetSeconds * warnsAtShareOfTarget ? 'warn' : 'calm';
}

/** Today's service level against its target; within three points below is a warning. */
export function urgencyOfLevel(queue: FloorQueue): Urgency {
  if (queue.serviceLevelBasisPoints == null) return 'calm';
  const short = queue.target.basisPoints - queue.serviceLevelBasisPoints;
  return short <= 0 ? 'calm' : short <= nearTargetBasisPoints ? 'warn' : 'breach';
}

/** Worst first: by the longest wait as a share of its target, then by how far the service level falls short. */
export function worstFirst(queues: FloorQueue[], now: number): FloorQueue[] {
  const waitShare = (queue: FloorQueue) =>
    queue.longestSince
      ? (now - Date.parse(queue.longestSince)) / 1000 / Math.max(1, queue.target.seconds)
      : 0;
  const shortfall = (queue: FloorQueue) =>
    queue.serviceLevelBasisPoints == null ? 0 : queue.target.basisPoints - queue.serviceLevelBasisPoints;
  return [...queues].sort(
    (a, b) =>
      Math.floor(waitShare(b)) - Math.floor(waitShare(a)) ||
      shortfall(b) - shortfall(a) ||
      a.name.localeCompare(b.name),
  );
}

/** The earliest of ISO instants in UTC, which sort as text. */
export function earliest(instants: string[]): string | undefined {
  return instants.reduce<string | undefined>(
    (first, next) => (first === undefined || next < first ? next : first),
    undefined,
  );
}
