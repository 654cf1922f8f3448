import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import type { FloorQueue } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useCommands } from '../palette/commands';
import styles from './AlertStrip.module.css';
import { AlertsDialog } from './AlertsDialog';
import { alertWords, isCalmAgain, useAlerts } from './alerts';
import { Since } from './Since';

const mostShown = 4;

/** The thresholds that are passed now, above everything else on the floor; nothing while all is well. */
export function AlertStrip({ queues }: { queues: FloorQueue[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const alerts = useAlerts().data ?? [];
  const standing = alerts.filter(alert => !alert.clearedAt);
  const may = useSignedIn().permissions.includes('steer-floor');
  useCommands([{ id: 'alerts', title: t('alerts.title'), run: () => setOpen(true) }]);
  return (
    <>
      {standing.length > 0 && (
        <section className={styles.strip} role="alert" aria-label={t('alerts.standing')}>
          {standing.slice(0, mostShown).map(alert => (
            <span
              key={alert.id}
              data-calm={isCalmAgain(
                alert,
                queues.find(queue => queue.id === alert.queueId),
                now,
              )}
            >
              <b>{alert.queue}</b> {alertWords(alert)} · <Since at={alert.raisedAt} />
            </span>
          ))}
          {standing.length > mostShown && (
            <span>{t('floor.more', { count: standing.length - mostShown })}</span>
          )}
          <button type="button" onClick={() => setOpen(true)}>
            {t('alerts.all')}
          </button>
        </section>
      )}
      {open && <AlertsDialog alerts={alerts} may={may} close={() => setOpen(false)} />}
    </>
  );
}
