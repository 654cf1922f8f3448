import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { Waiting } from '../../shared/model';
import { Icon } from '../shell/Icon';
import { useDeskActions } from './actions';
import styles from './ContactList.module.css';
import { useDirectory } from './desk';

/** What waits for the team; where its queue lets agents choose, it can be taken from here. */
export function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const { pick } = useDeskActions();
  const queue = useDirectory().data?.queues.find(known => known.id === waiting.queue.id);
  const name = waiting.customerName ?? t('customer.unnamed', { partner: waiting.partner.name });
  const now = useNow();
  return (
    <li className={styles.item}>
      <Icon name={waiting.channel} size={16} />
      <b>{name}</b>
      <time dateTime={waiting.since}>{clock(secondsSince(waiting.since, now))}</time>
      <p>{[waiting.queue.name, languageName(waiting.language)].join(' · ')}</p>
      {queue?.allowsPicking && (
        <button
          type="button"
          className={styles.pick}
          aria-label={t('desk.pick', { name })}
          onClick={() => void pick(waiting)}
        >
          {t('offer.take')}
        </button>
      )}
    </li>
  );
}
