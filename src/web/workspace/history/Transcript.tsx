import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { day } from '../../shared/format';
import { readEarlier, useConversation } from '../desk/conversation';
import { MessageBubble } from '../desk/MessageBubble';
import talk from '../desk/Talk.module.css';
import styles from './Preview.module.css';

/** What was said, from the beginning of the newest page; earlier pages on request. */
export function Transcript({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const { data: conversation, isError } = useConversation(conversationId);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.transcript} tabIndex={0} aria-label={t('history.transcript')}>
      {isError && <p className={styles.absent}>{t('history.absent')}</p>}
      {conversation?.before && (
        <button type="button" className={styles.earlier} onClick={() => void readEarlier(conversation)}>
          {t('talk.earlier')}
        </button>
      )}
      {conversation?.messages.map((message, i, all) => (
        <div key={message.number} className={talk.row}>
          {all[i - 1]?.at.slice(0, 10) !== message.at.slice(0, 10) && (
            <div className={talk.system}>{day(message.at, now)}</div>
          )}
          <MessageBubble message={message} />
        </div>
      ))}
    </section>
  );
}
