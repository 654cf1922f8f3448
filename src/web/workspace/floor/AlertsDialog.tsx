import { useTranslation } from 'react-i18next';
import type { AlertView } from '../../shared/api';
import { dateAndTime, timeOfDay } from '../../shared/format';
import { Dialog } from '../shell/Dialog';
import { AlertRules } from './AlertRules';
import styles from './AlertStrip.module.css';
import { alertWords } from './alerts';

type Props = { alerts: AlertView[]; may: boolean; close: () => void };

/** What was raised in the last day and when it cleared; below it what raises alerts, for those who may say. */
export function AlertsDialog({ alerts, may, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('alerts.title')} close={close} className={styles.dialog!}>
      <div className={styles.body}>
        <h2>{t('alerts.title')}</h2>
        {alerts.length === 0 ? (
          <p className={styles.soft}>{t('alerts.none')}</p>
        ) : (
          <div className={styles.list}>
            <table>
              <tbody>
                {alerts.map(alert => (
                  <tr key={alert.id}>
                    <th scope="row">{alert.queue}</th>
                    <td>{alertWords(alert)}</td>
                    <td className={styles.soft} title={dateAndTime(alert.raisedAt)}>
                      {alert.clearedAt
                        ? t('alerts.fromTo', {
                            from: timeOfDay(alert.raisedAt),
                            to: timeOfDay(alert.clearedAt),
                          })
                        : t('alerts.since', { from: timeOfDay(alert.raisedAt) })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {may && <AlertRules />}
      </div>
    </Dialog>
  );
}
