import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShowVoicemailResponse } from '../../shared/api';
import { dateAndTime, languageName } from '../../shared/format';
import { get } from '../../shared/http';
import styles from './Voicemail.module.css';

/** A message that a caller left: who, when, and its sound. */
export function Voicemail({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { data: message } = useQuery({
    queryKey: ['voicemail', contactId],
    queryFn: () => get<ShowVoicemailResponse>(`/contacts/${contactId}/voicemail`),
    retry: false,
  });
  if (!message) return null;
  return (
    <section className={styles.voicemail} aria-label={t('voicemail.title')}>
      <h2>{t('voicemail.title')}</h2>
      {message.hasSound ? (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what the caller said.
        <audio
          controls
          preload="metadata"
          src={`/api/contacts/${contactId}/voicemail/sound`}
          aria-label={t('voicemail.title')}
        />
      ) : (
        <p>{t('voicemail.erased')}</p>
      )}
      <p className={styles.facts}>
        {[
          message.caller,
          dateAndTime(message.leftAt),
          t('voicemail.seconds', { seconds: Math.round(message.seconds) }),
          message.language && languageName(message.language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  );
}
