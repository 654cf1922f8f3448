import { useTranslation } from 'react-i18next';
import { clock, dateAndTime, languageName } from '../../shared/format';
import { BackButton } from '../shell/BackButton';
import { Icon } from '../shell/Icon';
import { Events } from './Events';
import { LeadSessions } from './LeadSessions';
import { LineQuality } from './LineQuality';
import styles from './Preview.module.css';
import { Recordings } from './Recordings';
import { useContactHistory } from './search';
import { Transcript } from './Transcript';
import { WrapUps } from './WrapUps';

/** One contact: what was said, and beside it everything that happened, in order. */
export function Preview({ contactId, back }: { contactId: string; back: () => void }) {
  const { t } = useTranslation();
  const story = useContactHistory(contactId);
  if (story.isError) return <main className={styles.absent}>{t('history.absent')}</main>;
  if (!story.data) return <main />;
  const { entry, events, wrapUps } = story.data;
  const facts = [
    entry.partner.name,
    entry.queue?.name,
    t(`channel.${entry.channel as 'chat'}`),
    entry.language && languageName(entry.language),
    entry.customerEmail,
  ];
  return (
    <main className={styles.preview}>
      <header className={styles.head}>
        <BackButton go={back} />
        <Icon name={entry.channel as 'chat'} />
        <div>
          <h1>{entry.customerName || entry.customerEmail || t('history.nobody')}</h1>
          <p>{facts.filter(Boolean).join(' · ')}</p>
          {entry.tags.length > 0 && (
            <ul className={styles.tags} aria-label={t('tags.title')}>
              {entry.tags.map(tag => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          )}
        </div>
        <p className={styles.when}>
          {dateAndTime(entry.arrivedAt)}
          <small>
            {entry.endedAt
              ? t('history.lasted', { time: clock(secondsBetween(entry.arrivedAt, entry.endedAt)) })
              : t('history.states.open')}
          </small>
        </p>
      </header>
      {entry.channel === 'call' && <Recordings contactId={contactId} />}
      <div className={styles.columns}>
        {entry.conversationId ? (
          <Transcript conversationId={entry.conversationId} />
        ) : (
          <p className={styles.absent}>{t('history.noWords')}</p>
        )}
        <aside className={styles.story} aria-label={t('history.story')}>
          <WrapUps wrapUps={wrapUps} />
          {entry.channel === 'call' && <LeadSessions contactId={contactId} />}
          {entry.channel === 'call' && <LineQuality contactId={contactId} />}
          <h2>{t('history.story')}</h2>
          <Events contactId={contactId} events={events} />
        </aside>
      </div>
    </main>
  );
}

function secondsBetween(from: string, to: string) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}
