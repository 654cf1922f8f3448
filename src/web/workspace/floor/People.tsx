import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorAgent } from '../../shared/model';
import styles from './People.module.css';
import { PersonTile } from './PersonTile';

const byName = new Intl.Collator();

/**
 * A tile for each person who is signed in, by team; who asks for help stands first. A thousand people who change each second
 * are drawn when nothing else is to be done: a key or a click does not wait for them.
 */
export function People({ agents }: Pick<Floor, 'agents'>) {
  return <Teams agents={useDeferredValue(agents)} />;
}

const Teams = memo(function Teams({ agents }: Pick<Floor, 'agents'>) {
  const { t } = useTranslation();
  const present = agents.filter(agent => agent.state !== 'offline' || agent.contacts.length > 0);
  return (
    <section className={styles.card}>
      <h2>
        {t('floor.people')} <span>{t('floor.signedIn', { count: present.length })}</span>
      </h2>
      {present.length === 0 && <p className={styles.empty}>{t('floor.nobody')}</p>}
      {teamsOf(present).map(([team, members]) => (
        <section key={team} aria-label={team || t('floor.noTeam')}>
          {team && (
            <h3>
              {team} <span className={styles.size}>{members.length}</span>
            </h3>
          )}
          <ul className={styles.people}>
            {members.map(agent => (
              <PersonTile key={agent.id} agent={agent} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
});

function teamsOf(agents: FloorAgent[]): [string, FloorAgent[]][] {
  const teams = Map.groupBy(agents, agent => agent.team ?? '');
  for (const members of teams.values())
    members.sort((a, b) => Number(!a.help) - Number(!b.help) || byName.compare(a.name, b.name));
  return [...teams].sort(([a], [b]) => byName.compare(a, b));
}
