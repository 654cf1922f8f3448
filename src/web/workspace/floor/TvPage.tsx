import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, count, percentage, secondsSince } from '../../shared/format';
import { useWatch } from '../live/LiveLine';
import { FloorAge } from './FloorAge';
import { useFloor } from './floor';
import { ofPartner } from './scope';
import styles from './TvPage.module.css';
import { TvQueues } from './TvQueues';
import { TvTeams } from './TvTeams';
import { earliest, worstFirst } from './urgency';
import { useScreenOn } from './useScreenOn';

const queuesAtOnce = 5;
const teamsAtOnce = 5;
const turnsEverySeconds = 12;

/**
 * The floor on a wall, to be read at six metres: no controls, always dark, a few queues or teams at a time, the worst
 * first. By address alone: `?partner=…` shows one partner's.
 */
export function TvPage() {
  const { t } = useTranslation();
  const { partner } = useSearch({ strict: false }) as { partner?: string };
  const now = useNow();
  const whole = useFloor().data;
  useWatch('floor');
  useScreenOn();
  if (!whole) return <main className={styles.tv} data-mantine-color-scheme="dark" />;
  const floor = ofPartner(whole, partner ?? null);
  const queues = inPages(worstFirst(floor.queues, now), queuesAtOnce);
  const teams = inPages([...Map.groupBy(floor.agents, agent => agent.team ?? '')], teamsAtOnce);
  const pages = queues.length + teams.length;
  const page = pages === 0 ? 0 : Math.floor(now / 1000 / turnsEverySeconds) % pages;
  const longest = earliest(floor.waiting.map(contact => contact.since));
  const help = floor.agents.filter(agent => agent.help);
  return (
    <main className={styles.tv} data-mantine-color-scheme="dark">
      <h1 className="for-screen-readers">{t('floor.title')}</h1>
      <section className={styles.figures}>
        {!partner && (
          <Figure
            name={t('tv.level')}
            value={
              whole.kpis.serviceLevelBasisPoints == null
                ? '–'
                : percentage(whole.kpis.serviceLevelBasisPoints)
            }
          />
        )}
        <Figure name={t('tv.waiting')} value={count(floor.waiting.length)} />
        <Figure name={t('tv.longest')} value={longest ? clock(secondsSince(longest, now)) : '–'} />
        {!partner && <Figure name={t('tv.able')} value={`${whole.kpis.able}/${whole.kpis.signedIn}`} />}
      </section>
      {page < queues.length ? (
        <TvQueues queues={queues[page] ?? []} />
      ) : (
        <TvTeams teams={teams[page - queues.length] ?? []} />
      )}
      {help.length > 0 && (
        <p className={styles.help}>{help.map(agent => `${agent.name} ${t('tv.help')}`).join(' · ')}</p>
      )}
      <footer className={styles.foot}>
        <span>
          <FloorAge />
        </span>
        {pages > 1 && <span>{t('tv.page', { page: page + 1, pages })}</span>}
      </footer>
    </main>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <b>{value}</b>
      <small>{name}</small>
    </div>
  );
}

function inPages<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  );
}
