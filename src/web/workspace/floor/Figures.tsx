import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, count, percentage, secondsSince } from '../../shared/format';
import type { Floor } from '../../shared/model';
import styles from './Figures.module.css';
import { earliest } from './urgency';

/** Today's figures. For one partner only those are shown that its queues and waiting contacts tell. */
export function Figures({ floor, scoped }: { floor: Floor; scoped: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const { kpis, waiting, agents } = floor;
  const longest = earliest(waiting.map(contact => contact.since));
  const signedIn = agents.filter(agent => agent.state !== 'offline');
  const able = scoped ? signedIn.filter(agent => agent.state === 'available').length : kpis.able;
  return (
    <section className={styles.figures} aria-label={t('floor.figures')}>
      {!scoped && (
        <Figure name={t('floor.serviceLevel')}>
          {kpis.serviceLevelBasisPoints == null ? '–' : percentage(kpis.serviceLevelBasisPoints)}
        </Figure>
      )}
      <Figure name={t('floor.waitingNow')}>{count(waiting.length)}</Figure>
      <Figure name={t('floor.longest')}>{longest ? clock(secondsSince(longest, now)) : '–'}</Figure>
      {!scoped && <Figure name={t('floor.answered')}>{count(kpis.answered)}</Figure>}
      {!scoped && <Figure name={t('floor.abandoned')}>{count(kpis.abandoned)}</Figure>}
      <Figure name={t('floor.able')}>
        {t('floor.ableOf', { able, signedIn: scoped ? signedIn.length : kpis.signedIn })}
      </Figure>
    </section>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <small>{name}</small>
      <b>{children}</b>
    </div>
  );
}
