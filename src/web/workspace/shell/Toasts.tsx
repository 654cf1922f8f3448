import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import styles from './Toasts.module.css';
import { closeToast, shownToasts, subscribeToasts } from './toast';

/** Short words about what was just done or refused, in the lower corner, read aloud by screen readers. */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts);
  return (
    <div className={styles.toasts} aria-live="polite" role="status">
      {toasts.map(toast => (
        <div key={toast.number} className={styles.toast} data-kind={toast.kind}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              onClick={() => {
                toast.undo?.();
                closeToast(toast.number);
              }}
            >
              {t('words.undo')}
            </button>
          )}
          <button type="button" aria-label={t('words.close')} onClick={() => closeToast(toast.number)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
