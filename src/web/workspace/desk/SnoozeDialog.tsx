import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shared/clock';
import { dateAndTime } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import { Dialog } from '../shell/Dialog';
import { useDeskActions } from './actions';
import styles from './SnoozeDialog.module.css';

const minute = 60_000;

/** Parks the contact until an instant; it comes back by itself, or at once when the customer writes. */
export function SnoozeDialog({ contact, close }: { contact: DeskContact; close: () => void }) {
  const { t } = useTranslation();
  const { snooze } = useDeskActions();
  const [now] = useState(serverNow);
  const choices = [
    { title: t('snooze.minutes', { count: 15 }), until: new Date(now + 15 * minute) },
    { title: t('snooze.hours', { count: 1 }), until: new Date(now + 60 * minute) },
    { title: t('snooze.hours', { count: 3 }), until: new Date(now + 180 * minute) },
    { title: t('snooze.tomorrow'), until: tomorrowMorning(now) },
  ];
  return (
    <Dialog label={t('snooze.title')} close={close}>
      <div className={styles.snooze}>
        <h2>{t('snooze.title')}</h2>
        <p>{t('snooze.hint')}</p>
        {choices.map(choice => (
          <button
            key={choice.title}
            type="button"
            onClick={() => {
              close();
              void snooze(contact, choice.until);
            }}
          >
            <b>{choice.title}</b>
            <small>{dateAndTime(choice.until.toISOString())}</small>
          </button>
        ))}
      </div>
    </Dialog>
  );
}

function tomorrowMorning(now: number): Date {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(9, 0, 0, 0);
  return morning;
}
