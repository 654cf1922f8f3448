import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListRecordingsResponse } from '../../shared/api';
import { clock, timeOfDay } from '../../shared/format';
import { get } from '../../shared/http';
import { useSignedIn } from '../access/session';
import styles from './Recordings.module.css';

/** What was recorded of a call: heard from any place, customer left, agents right. Nothing is read before play is pressed. */
export function Recordings({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const mayHear = useSignedIn().permissions.includes('hear-recordings');
  const { data } = useQuery({
    queryKey: ['recordings', contactId],
    queryFn: () => get<ListRecordingsResponse>(`/contacts/${contactId}/recordings`),
    enabled: mayHear,
    staleTime: 10_000,
  });
  if (!data?.recordings.length) return null;
  return (
    <section className={styles.recordings} aria-label={t('recording.title')}>
      {data.recordings.map(({ id, startedAt, seconds, outcome, isErased }) => (
        <div key={id}>
          {isErased || !outcome ? (
            <p>{t(isErased ? 'recording.erased' : 'recording.running')}</p>
          ) : (
            // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said on the telephone.
            <audio
              controls
              preload="none"
              src={`/api/recordings/${id}/sound`}
              aria-label={t('recording.title')}
            />
          )}
          <small>
            {timeOfDay(startedAt)} · {clock(seconds)}
            {outcome && outcome !== 'whole' && <b> {t(`recording.outcome.${outcome as 'cut'}`)}</b>}
          </small>
        </div>
      ))}
      <p className={styles.logged}>{t('recording.logged')}</p>
    </section>
  );
}
