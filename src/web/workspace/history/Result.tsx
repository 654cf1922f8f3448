import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { dateAndTime, day, languageName, timeOfDay } from '../../shared/format';
import { Icon } from '../shell/Icon';
import { Marked } from './Marked';
import styles from './Results.module.css';

type Props = { entry: HistoryEntry; isOpen: boolean; open: () => void };

export function Result({ entry, isOpen, open }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const place = [entry.partner.name, entry.queue?.name, entry.language && languageName(entry.language)];
  const end = entry.state === 'ended' ? entry.disposition : t('history.states.open');
  return (
    <li>
      <button type="button" className={styles.result} aria-current={isOpen} onClick={open}>
        <Icon name={entry.channel as 'chat'} size={16} />
        <b>{entry.customerName || entry.customerEmail || t('history.nobody')}</b>
        <time dateTime={entry.arrivedAt} title={dateAndTime(entry.arrivedAt)}>
          {day(entry.arrivedAt, now)}, {timeOfDay(entry.arrivedAt)}
        </time>
        <p>{place.filter(Boolean).join(' · ')}</p>
        <em>{end}</em>
        <p className={styles.said}>
          {entry.snippet ? (
            <Marked text={entry.snippet.text} marks={entry.snippet.marks} />
          ) : (
            entry.agents
              .map(agent => agent.name)
              .filter(Boolean)
              .join(', ')
          )}
        </p>
      </button>
    </li>
  );
}
