import { useTranslation } from 'react-i18next';
import { ActionKey } from '../palette/ActionKey';
import { Icon } from './Icon';
import styles from './SearchButton.module.css';

export function SearchButton({ open }: { open: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.search} onClick={open}>
      <Icon name="search" size={16} />
      <span>{t('palette.placeholder')}</span>
      <ActionKey action="palette" />
    </button>
  );
}
