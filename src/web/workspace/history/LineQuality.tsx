import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShowLineQualityResponse } from '../../shared/api';
import { clock, decimal, share } from '../../shared/format';
import { get } from '../../shared/http';
import styles from './Preview.module.css';

/** How the lines of a call were, and how much was said on them. */
export function LineQuality({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['line-quality', contactId],
    queryFn: () => get<ShowLineQualityResponse>(`/contacts/${contactId}/line-quality`),
    staleTime: 10_000,
  });
  if (!data?.lines.length) return null;
  return (
    <>
      <h2>{t('line.title')}</h2>
      <ul className={styles.wrapUps}>
        {data.lines.map(line => (
          <li key={line.beganAt + (line.agentId ?? '')}>
            <b>{line.agentId ? (line.agentName ?? t('history.somebody')) : t('line.customer')}</b>{' '}
            <small>
              {[
                line.opinion !== null && t('line.opinion', { opinion: decimal(line.opinion) }),
                line.opinionThere !== null && t('line.opinionThere', { opinion: decimal(line.opinionThere) }),
                t('line.loss', { share: share(line.lossShare) }),
                line.roundTripMs !== null && t('line.roundTrip', { ms: line.roundTripMs }),
                t('line.spoke', { time: clock(line.spokenSeconds) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
        {data.silentSeconds !== null && data.crosstalkSeconds !== null && (
          <li>
            <small>
              {t('line.talk', { silent: clock(data.silentSeconds), both: clock(data.crosstalkSeconds) })}
            </small>
          </li>
        )}
      </ul>
    </>
  );
}
