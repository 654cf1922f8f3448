import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import type { AlertView } from '../../shared/api';
import { clock, percentage, secondsSince } from '../../shared/format';
import { get } from '../../shared/http';
import type { FloorQueue } from '../../shared/model';
import { announceAlert } from '../desk/announce';
import { queries } from '../queries';
import { toast } from '../shell/toast';

export type AlertMeasure = 'waiting' | 'longest-wait' | 'service-level' | 'nobody-able';

export const alertMeasures: AlertMeasure[] = ['waiting', 'longest-wait', 'service-level', 'nobody-able'];

export function useAlerts() {
  return useQuery({ queryKey: ['alerts'], queryFn: () => get<AlertView[]>('/alerts'), staleTime: 10_000 });
}

/** A new one sounds and is said; one that was cleared only leaves the list of those that stand. */
export function takeAlert(alert: AlertView): void {
  void queries.invalidateQueries({ queryKey: ['alerts'] });
  if (alert.clearedAt) return;
  announceAlert();
  toast(`${alert.queue}: ${alertWords(alert)}`, 'refused');
}

/** "12 wait (more than 10)": the worst value beside the threshold that it passed. */
export function alertWords({ measure, worst, threshold }: AlertView): string {
  const shown = (value: number) => {
    if (measure === 'longest-wait') return clock(value);
    return measure === 'service-level' ? percentage(value) : value;
  };
  return i18next.t(`alerts.words.${measure as AlertMeasure}`, {
    worst: shown(worst),
    threshold: shown(threshold),
  });
}

/** Whether the queue has come back to the right side: the alert stands for a minute more, in case it swings. */
export function isCalmAgain(
  { measure, threshold }: AlertView,
  queue: FloorQueue | undefined,
  now: number,
): boolean {
  if (!queue) return false;
  if (measure === 'waiting') return queue.waiting <= threshold;
  if (measure === 'nobody-able') return queue.waiting === 0 || queue.able > 0;
  if (measure === 'service-level') return (queue.serviceLevelBasisPoints ?? threshold) >= threshold;
  return queue.longestSince == null || secondsSince(queue.longestSince, now) <= threshold;
}
