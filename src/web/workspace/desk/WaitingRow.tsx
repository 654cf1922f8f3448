import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { Waiting } from '../../shared/model';
import { Icon } from '../shell/Icon';
import styles from './ContactList.module.css';

export function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <li className={styles.item}>
      <Icon name={waiting.channel} size={16} />
      <b>{waiting.customerName ?? t('customer.unnamed', { partner: waiting.partner.name })}</b>
      <time dateTime={waiting.since}>{clock(secondsSince(waiting.since, now))}</time>
      <p>{[waiting.queue.name, languageName(waiting.language)].join(' · ')}</p>
    </li>
  );
}
