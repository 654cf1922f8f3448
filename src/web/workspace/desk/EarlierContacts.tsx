import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { dateAndTime, day } from '../../shared/format';
import { get } from '../../shared/http';
import { Icon } from '../shell/Icon';
import styles from './CustomerPane.module.css';

/** What the same customer came for before, the newest first; each leads to its transcript. */
export function EarlierContacts({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const earlier = useQuery({
    queryKey: ['history', 'earlier', contactId],
    queryFn: () => get<HistoryEntry[]>(`/history/${contactId}/earlier`),
    staleTime: 60_000,
  }).data;
  if (!earlier) return null;
  return (
    <section className={styles.section}>
      <h3>{t('customer.earlier')}</h3>
      {earlier.length === 0 && <p className={styles.none}>{t('customer.noEarlier')}</p>}
      <ul className={styles.earlier}>
        {earlier.map(entry => (
          <li key={entry.contactId}>
            <Link to="/history" search={{ contact: entry.contactId }}>
              <Icon name={entry.channel as 'chat'} size={14} />
              <time dateTime={entry.arrivedAt} title={dateAndTime(entry.arrivedAt)}>
                {day(entry.arrivedAt, now)}
              </time>
              <span>{endOf(entry)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How it ended, else by whom, else where. */
function endOf(entry: HistoryEntry) {
  return entry.disposition ?? entry.agents.at(-1)?.name ?? entry.queue?.name ?? entry.partner.name;
}
