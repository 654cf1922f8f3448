import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListLeadSessionsResponse } from '../../shared/api';
import { clock, timeOfDay } from '../../shared/format';
import { get } from '../../shared/http';
import styles from './Preview.module.css';

/** Which leads were in a call, how, and for how long. */
export function LeadSessions({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['lead-sessions', contactId],
    queryFn: () => get<ListLeadSessionsResponse>(`/contacts/${contactId}/lead-sessions`),
    staleTime: 10_000,
  });
  if (!data?.sessions.length) return null;
  return (
    <>
      <h2>{t('hearing.title')}</h2>
      <ul className={styles.wrapUps}>
        {data.sessions.map(one => (
          <li key={one.beganAt + one.mode}>
            <b>{t(`hearing.mode.${one.mode}`)}</b>{' '}
            <small>
              {one.leadName ?? t('history.somebody')} · {timeOfDay(one.beganAt)}
              {one.endedAt &&
                ` · ${clock(Math.round((Date.parse(one.endedAt) - Date.parse(one.beganAt)) / 1000))}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
