import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, percentage, secondsSince, timeOfDay } from '../../shared/format';
import type { Channel, Floor, FloorQueue } from '../../shared/model';
import { Menu, MenuItem } from '../shell/Menu';
import styles from './FloorPage.module.css';
import { LevelBar } from './LevelBar';
import { MoveAll } from './MoveAll';
import { useTrend } from './past';
import { QueueOpening } from './QueueOpening';
import { Sparkline } from './Sparkline';
import { urgencyOfLevel, urgencyOfWait, worstFirst } from './urgency';
import { useFloorActions } from './useFloorActions';

export function Queues({ floor }: { floor: Floor }) {
  const { t } = useTranslation();
  const now = useNow();
  const trend = useTrend();
  const trends = useMemo(() => new Map(trend?.queues.map(queue => [queue.queueId, queue.waiting])), [trend]);
  const [moving, setMoving] = useState<FloorQueue | null>(null);
  const [switching, setSwitching] = useState<FloorQueue | null>(null);
  return (
    <>
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
            {worstFirst(floor.queues, now).map(queue => (
              <QueueRow
                key={queue.id}
                queue={queue}
                trend={trends.get(queue.id)}
                moveAll={setMoving}
                openOrClose={setSwitching}
              />
            ))}
          </tbody>
        </table>
      </section>
      {moving && <MoveAll queue={moving} floor={floor} close={() => setMoving(null)} />}
      {switching && <QueueOpening queue={switching} close={() => setSwitching(null)} />}
    </>
  );
}

type RowProps = {
  queue: FloorQueue;
  moveAll: (queue: FloorQueue) => void;
  openOrClose: (queue: FloorQueue) => void;
};

const QueueRow = memo(function QueueRow({
  queue,
  trend = [],
  ...does
}: RowProps & { trend?: number[] | undefined }) {
  const { t } = useTranslation();
  const most = Math.max(0, ...trend);
  return (
    <tr data-closed={!queue.open}>
      <th scope="row">
        <QueueName queue={queue} {...does} />
      </th>
      <td>
        <span className={styles.waiting}>
          {most > 0 && <Sparkline values={trend} label={t('floor.time.most', { count: most })} />}
          {queue.waiting}
        </span>
      </td>
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
function QueueName({ queue, moveAll, openOrClose }: RowProps) {
  const { t } = useTranslation();
  const { may } = useFloorActions();
  const closed = queue.opensAt
    ? t('floor.closedUntil', { time: timeOfDay(queue.opensAt) })
    : t('floor.isClosed');
  const channels = queue.channels.map(channel => t(`channel.${channel as Channel}`)).join(', ');
  const name = (
    <>
      <b>{queue.name}</b>
      <small>{[queue.open ? '' : closed, queue.partner.name, channels].filter(Boolean).join(' · ')}</small>
    </>
  );
  if (!may) return name;
  return (
    <Menu buttonClass={styles.name!} button={name}>
      <MenuItem onChoose={() => openOrClose(queue)}>{t('floor.switch.menu')}</MenuItem>
      {queue.waiting > 0 && (
        <MenuItem onChoose={() => moveAll(queue)}>{t('floor.moveAll', { count: queue.waiting })}</MenuItem>
      )}
    </Menu>
  );
}
