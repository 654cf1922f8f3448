import { useTranslation } from 'react-i18next';
import type { ShowContactHistoryWrapUpView } from '../../shared/api';
import { timeOfDay } from '../../shared/format';
import styles from './Preview.module.css';

/** How the agents said that their parts ended. */
export function WrapUps({ wrapUps }: { wrapUps: ShowContactHistoryWrapUpView[] }) {
  const { t } = useTranslation();
  if (wrapUps.length === 0) return null;
  return (
    <>
      <h2>{t('wrapUp.title')}</h2>
      <ul className={styles.wrapUps}>
        {wrapUps.map(one => (
          <li key={one.agent.id}>
            {one.disposition && <b>{one.disposition}</b>}
            {one.note && <p>{one.note}</p>}
            <small>
              {one.agent.name} · {timeOfDay(one.at)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
