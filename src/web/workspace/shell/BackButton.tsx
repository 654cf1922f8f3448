import { useTranslation } from 'react-i18next';
import styles from './BackButton.module.css';
import { Icon } from './Icon';

/** Where a narrow window has room for one pane only: leads from the pane to the one before it. */
export function BackButton({ go }: { go: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.back} aria-label={t('words.back')} onClick={go}>
      <Icon name="back" size={18} />
    </button>
  );
}
