import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import type { Floor, FloorAgent } from '../../shared/model';
import styles from './People.module.css';
import { PersonTile } from './PersonTile';

/** A tile for each person who is signed in, by team. */
export function People({ floor }: { floor: Floor }) {
  const { t } = useTranslation();
  const now = useNow();
  const present = floor.agents.filter(agent => agent.state !== 'offline' || agent.contacts.length > 0);
  const queueNames = new Map(floor.queues.map(queue => [queue.id, queue.name]));
  return (
    <section className={styles.card}>
      <h2>
        {t('floor.people')} <span>{t('floor.signedIn', { count: present.length })}</span>
      </h2>
      {present.length === 0 && <p className={styles.empty}>{t('floor.nobody')}</p>}
      {teamsOf(present).map(([team, agents]) => (
        <section key={team} aria-label={team || t('floor.noTeam')}>
          {team && <h3>{team}</h3>}
          <ul className={styles.people}>
            {agents.map(agent => (
              <PersonTile key={agent.id} agent={agent} queueNames={queueNames} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function teamsOf(agents: FloorAgent[]): [string, FloorAgent[]][] {
  const teams = Map.groupBy(agents, agent => agent.team ?? '');
  for (const members of teams.values()) members.sort((a, b) => a.name.localeCompare(b.name));
  return [...teams].sort(([a], [b]) => a.localeCompare(b));
}
