import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, percentage, secondsSince } from '../../shared/format';
import type { FloorQueue } from '../../shared/model';
import styles from './TvPage.module.css';
import { urgencyOfLevel, urgencyOfWait } from './urgency';

export function TvQueues({ queues }: { queues: FloorQueue[] }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('floor.queues')}</th>
          <th scope="col">{t('tv.waiting')}</th>
          <th scope="col">{t('tv.longest')}</th>
          <th scope="col">{t('tv.able')}</th>
          <th scope="col">{t('floor.levelShort')}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(queue => {
          const waited = queue.longestSince ? secondsSince(queue.longestSince, now) : null;
          return (
            <tr key={queue.id}>
              <th scope="row">{queue.name}</th>
              <td>{queue.waiting}</td>
              <td data-urgency={waited === null ? 'calm' : urgencyOfWait(waited, queue.target.seconds)}>
                {waited === null ? '–' : clock(waited)}
              </td>
              <td data-urgency={queue.able === 0 && queue.waiting > 0 ? 'breach' : 'calm'}>{queue.able}</td>
              <td data-urgency={urgencyOfLevel(queue)}>
                {queue.serviceLevelBasisPoints == null ? '–' : percentage(queue.serviceLevelBasisPoints)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
