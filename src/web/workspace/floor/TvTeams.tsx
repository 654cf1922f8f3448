import { useTranslation } from 'react-i18next';
import type { FloorAgent } from '../../shared/model';
import { isBusy } from './Doing';
import styles from './TvPage.module.css';

/** How many of each team are there, at work, free and away. */
export function TvTeams({ teams }: { teams: [string, FloorAgent[]][] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('floor.people')}</th>
          <th scope="col">{t('tv.atWork')}</th>
          <th scope="col">{t('state.available')}</th>
          <th scope="col">{t('state.away')}</th>
        </tr>
      </thead>
      <tbody>
        {teams.map(([team, agents]) => {
          const present = agents.filter(agent => agent.state !== 'offline');
          const free = present.filter(agent => !isBusy(agent));
          return (
            <tr key={team}>
              <th scope="row">{team || t('floor.noTeam')}</th>
              <td>{present.length - free.length}</td>
              <td>{free.filter(agent => agent.state === 'available').length}</td>
              <td>{free.filter(agent => agent.state === 'away').length}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
