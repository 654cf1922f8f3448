import { useTranslation } from 'react-i18next';
import { useViewers } from './useViewers';
import styles from './Viewers.module.css';

/** Who else has the conversation open, in the head of it: so that nobody works on it twice, and nobody is watched unseen. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const viewers = useViewers(conversationId);
  return (
    <span className={styles.viewers} aria-live="polite">
      {viewers.map(viewer => (
        <span key={viewer.id} className={styles.viewer} data-typing={viewer.typing}>
          <i aria-hidden="true" />
          {t(viewer.typing ? 'head.typing' : 'head.viewing', { name: viewer.name })}
        </span>
      ))}
    </span>
  );
}
