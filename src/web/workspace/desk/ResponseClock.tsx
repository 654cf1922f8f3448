import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { clock, dateAndTime, secondsSince } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import styles from './ContactList.module.css';

const slowAfterSeconds = 45;
const tooSlowAfterSeconds = 120;

/** How long the customer has been waiting for a word; else how old the last word is; or what else holds the contact. */
export function ResponseClock({ contact, now }: { contact: DeskContact; now: number }) {
  const { t } = useTranslation();
  if (contact.state !== 'connected') return <time>{t(`contactState.${contact.state}`)}</time>;
  if (contact.customerWaitingSince) {
    const seconds = secondsSince(contact.customerWaitingSince, now);
    const urgency =
      seconds >= tooSlowAfterSeconds ? 'breach' : seconds >= slowAfterSeconds ? 'warn' : undefined;
    return (
      <time data-urgency={urgency} title={t('desk.customerWaits')} dateTime={contact.customerWaitingSince}>
        {clock(seconds)}
      </time>
    );
  }
  const last = contact.lastMessage?.at ?? contact.since;
  return (
    <time className={styles.quiet} dateTime={last} title={dateAndTime(last)}>
      {relative(secondsSince(last, now), t)}
    </time>
  );
}

function relative(seconds: number, t: TFunction) {
  return seconds < 60
    ? t('time.seconds', { count: seconds })
    : t('time.minutes', { count: Math.floor(seconds / 60) });
}
