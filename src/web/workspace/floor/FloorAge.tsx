import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { useLine } from '../live/LiveLine';
import styles from './FloorPage.module.css';

/** How old the figures on the screen are, in words: "live, 1 s ago". */
export function FloorAge() {
  const { t } = useTranslation();
  const line = useLine();
  const { heardAt } = useSyncExternalStore(line.subscribe, () => line.state);
  useNow();
  const seconds = Math.max(0, Math.floor((Date.now() - heardAt) / 1000));
  return <span className={styles.age}>{t('floor.age', { seconds })}</span>;
}
