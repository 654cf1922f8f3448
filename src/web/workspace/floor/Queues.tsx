import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, percentage, secondsSince } from '../../shared/format';
import type { Channel, FloorQueue } from '../../shared/model';
import styles from './FloorPage.module.css';
import { LevelBar } from './LevelBar';
import { urgencyOfLevel, urgencyOfWait, worstFirst } from './urgency';

export function Queues({ queues }: { queues: FloorQueue[] }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <section className={styles.card}>
      <h2>
        {t('floor.queues')} <span>{t('floor.worstFirst')}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="for-screen-readers">{t('floor.queue')}</span>
            </th>
            <th scope="col">{t('floor.waiting')}</th>
            <th scope="col">{t('floor.longestShort')}</th>
            <th scope="col">{t('floor.ableShort')}</th>
            <th scope="col">{t('floor.levelToday')}</th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(queues, now).map(queue => (
            <QueueRow key={queue.id} queue={queue} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QueueRow({ queue, now }: { queue: FloorQueue; now: number }) {
  const { t } = useTranslation();
  const waited = queue.longestSince ? secondsSince(queue.longestSince, now) : null;
  const channels = queue.channels.map(channel => t(`channel.${channel as Channel}`)).join(', ');
  return (
    <tr>
      <th scope="row">
        <b>{queue.name}</b>
        <small>{[queue.partner.name, channels].filter(Boolean).join(' · ')}</small>
      </th>
      <td>{queue.waiting}</td>
      <td data-urgency={waited === null ? 'calm' : urgencyOfWait(waited, queue.target.seconds)}>
        {waited === null ? '–' : clock(waited)}
      </td>
      <td data-urgency={queue.able === 0 && queue.waiting > 0 ? 'breach' : 'calm'}>{queue.able}</td>
      <td>
        {queue.serviceLevelBasisPoints == null ? (
          '–'
        ) : (
          <span className={styles.level}>
            <LevelBar
              level={queue.serviceLevelBasisPoints}
              target={queue.target.basisPoints}
              urgency={urgencyOfLevel(queue)}
            />
            {percentage(queue.serviceLevelBasisPoints)}
          </span>
        )}
      </td>
    </tr>
  );
}
