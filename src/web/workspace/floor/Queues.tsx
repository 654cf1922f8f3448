import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, percentage, secondsSince } from '../../shared/format';
import type { Channel, FloorQueue } from '../../shared/model';
import { Menu, MenuItem } from '../shell/Menu';
import styles from './FloorPage.module.css';
import { LevelBar } from './LevelBar';
import { urgencyOfLevel, urgencyOfWait, worstFirst } from './urgency';
import { useFloorActions } from './useFloorActions';

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
            <QueueRow key={queue.id} queue={queue} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const QueueRow = memo(function QueueRow({ queue }: { queue: FloorQueue }) {
  const { t } = useTranslation();
  return (
    <tr data-closed={!queue.open}>
      <th scope="row">
        <QueueName queue={queue} />
      </th>
      <td>{queue.waiting}</td>
      <LongestWait queue={queue} />
      <td data-urgency={queue.able === 0 && queue.waiting > 0 ? 'breach' : 'calm'}>{queue.able}</td>
      <td>
        {queue.serviceLevelBasisPoints == null ? (
          <span title={t('floor.noLevelYet')}>–</span>
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
});

function LongestWait({ queue }: { queue: FloorQueue }) {
  const now = useNow();
  const waited = queue.longestSince ? secondsSince(queue.longestSince, now) : null;
  return (
    <td data-urgency={waited === null ? 'calm' : urgencyOfWait(waited, queue.target.seconds)}>
      {waited === null ? '–' : clock(waited)}
    </td>
  );
}

/** The name opens what a lead may do with the queue. */
function QueueName({ queue }: { queue: FloorQueue }) {
  const { t } = useTranslation();
  const { may, switchQueue } = useFloorActions();
  const channels = queue.channels.map(channel => t(`channel.${channel as Channel}`)).join(', ');
  const name = (
    <>
      <b>{queue.name}</b>
      <small>
        {[queue.open ? '' : t('floor.isClosed'), queue.partner.name, channels].filter(Boolean).join(' · ')}
      </small>
    </>
  );
  if (!may) return name;
  return (
    <Menu buttonClass={styles.name!} button={name}>
      <MenuItem onChoose={() => void switchQueue(queue)}>
        {t(queue.open ? 'floor.closeQueue' : 'floor.openQueue')}
      </MenuItem>
    </Menu>
  );
}
