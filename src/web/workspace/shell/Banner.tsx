import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock } from '../../shared/format';
import { useLine } from '../live/LiveLine';
import { isStale } from '../live/line';
import styles from './Banner.module.css';

/** Says that the screen may be out of date, and since when: shown after five seconds without a word from the server. */
export function Banner() {
  const { t } = useTranslation();
  const line = useLine();
  const state = useSyncExternalStore(line.subscribe, () => line.state);
  useNow();
  const now = Date.now();
  if (!isStale(state, now)) return null;
  return (
    <div className={styles.banner} role="status">
      {t('banner.stale', { age: clock(Math.floor((now - state.heardAt) / 1000)) })}
    </div>
  );
}
