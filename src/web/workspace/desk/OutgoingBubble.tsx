import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../shared/format';
import { useProblemText } from '../shell/problem';
import { discard, type Outgoing, retry } from './outbox';
import styles from './Talk.module.css';

/** A message that the server does not have yet. Refused ones say why and stay until the writer decides. */
export function OutgoingBubble({ message }: { message: Outgoing }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const refused = message.refused !== undefined;
  return (
    <div
      className={styles.bubble}
      data-kind={message.kind}
      data-side="ours"
      data-sending={!refused}
      data-refused={refused}
    >
      <p>{message.text || t('head.snooze')}</p>
      {message.files.map(file => (
        <p key={file.id}>{file.name}</p>
      ))}
      {refused ? (
        <>
          <p className={styles.refusal}>{problemText(message.refused)}</p>
          <button type="button" onClick={() => retry(message)}>
            {t('talk.retry')}
          </button>
          <button type="button" onClick={() => discard(message)}>
            {t('talk.discard')}
          </button>
        </>
      ) : (
        <small>{[timeOfDay(message.at), t('talk.sending')].join(' · ')}</small>
      )}
    </div>
  );
}
