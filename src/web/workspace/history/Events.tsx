import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../shared/api';
import { dateAndTime, timeOfDay } from '../../shared/format';
import { useSignedIn } from '../access/session';
import { isExplained } from './explanation';
import styles from './Preview.module.css';
import { Why } from './Why';

/** Every event of the contact as the journal has it: its instant, who it was, and for whoever may know, why. */
export function Events({ contactId, events }: { contactId: string; events: HistoryEvent[] }) {
  const words = useWords();
  const mayAsk = useSignedIn().permissions.includes('see-floor');
  return (
    <ol className={styles.events}>
      {events.map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a journal only grows at its end.
        <li key={i} data-kind={event.kind}>
          <time dateTime={event.at} title={dateAndTime(event.at)}>
            {timeOfDay(event.at)}
          </time>
          <span>
            {words(event)}
            {mayAsk && isExplained(event) && <Why contactId={contactId} events={events} event={event} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

function useWords() {
  const { t, i18n } = useTranslation();
  return (event: HistoryEvent) => {
    const what = t(`history.events.${event.kind as 'offered'}`, {
      agent: event.agent?.name ?? t('history.somebody'),
      to: event.toAgent?.name ?? event.queue?.name ?? t('history.somebody'),
      queue: event.queue?.name ?? t('history.noQueue'),
      step: event.step ?? 1,
      time: event.until ? timeOfDay(event.until) : '',
    });
    const reason = `history.reasons.${event.reason}`;
    return event.reason && i18n.exists(reason) ? `${what}: ${t(reason as 'history.reasons.missed')}` : what;
  };
}
