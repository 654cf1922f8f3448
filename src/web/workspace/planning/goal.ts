import type { ListQueuesQueueView, ServiceGoal } from '../../shared/api';

const usual = { handleSeconds: 240, patienceSeconds: 120, share: 0.8, withinSeconds: 20 };
const chatsAtOnce = 3;

/** What a plan begins with: the queue's own target and handle time where they are known. */
export function firstGoal(
  queue: ListQueuesQueueView | undefined,
  handleSeconds?: number | null,
): ServiceGoal {
  const settings = queue?.settings;
  return {
    handleSeconds: Math.max(1, Math.round(handleSeconds ?? usual.handleSeconds)),
    patienceSeconds: usual.patienceSeconds,
    share: settings ? Math.min(0.999, Math.max(0.01, settings.targetBasisPoints / 10_000)) : usual.share,
    withinSeconds: settings?.targetSeconds ?? usual.withinSeconds,
    of: 'offered',
    atOnce: settings?.channels.some(channel => channel === 'call') === false ? chatsAtOnce : 1,
    shrinkage: 0.3,
    occupancyMost: 0.9,
  };
}
