import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../../shared/api';
import styles from './ErasureReport.module.css';
import { useCounts } from './useCounts';

const reasons = ['replies', 'routing', 'audit', 'backups'] as const;

/** What was erased, and what stays with the reason why. */
export function ErasureReport({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const counts = useCounts();
  return (
    <div className={styles.report}>
      <h3>{t('retention.erased')}</h3>
      <ul>
        {Object.entries(erasure.erased)
          .filter(([, n]) => n > 0)
          .map(([name, n]) => (
            <li key={name}>{counts(name, n)}</li>
          ))}
      </ul>
      <h3>{t('retention.keptTitle')}</h3>
      <ul>
        {reasons
          .filter(reason => erasure.kept.includes(reason))
          .map(reason => (
            <li key={reason}>{t(`retention.kept.${reason}`)}</li>
          ))}
      </ul>
    </div>
  );
}
