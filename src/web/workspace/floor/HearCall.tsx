import { useTranslation } from 'react-i18next';
import type { ShowRunningContactResponse } from '../../shared/api';
import styles from '../desk/ConversationPane.module.css';
import { useHearing } from './useHearing';

/** The ways into a running call, and out of it; the present one is pressed. */
export function HearCall({ contact }: { contact: ShowRunningContactResponse['contact'] }) {
  const { t } = useTranslation();
  const { now, mannersFor, hear, leave } = useHearing();
  return (
    <>
      {mannersFor(contact).map(manner => (
        <button
          key={manner}
          type="button"
          className={styles.action}
          aria-pressed={now === manner}
          onClick={() => void hear(contact.contactId, manner)}
        >
          {t(`hearing.${manner}`)}
        </button>
      ))}
      {now && (
        <button type="button" className={styles.action} onClick={() => void leave(contact.contactId)}>
          {t('hearing.leave')}
        </button>
      )}
    </>
  );
}
