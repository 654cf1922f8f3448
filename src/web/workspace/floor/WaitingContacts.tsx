import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { Floor } from '../../shared/model';
import { Icon } from '../shell/Icon';
import { ContactActions } from './ContactActions';
import styles from './FloorPage.module.css';
import { urgencyOfWait } from './urgency';
import { useFloorActions } from './useFloorActions';

const mostShown = 40;

/** The contacts that wait, in the order of their rank: the next to be served first. */
export function WaitingContacts({ floor }: { floor: Floor }) {
  const { t } = useTranslation();
  const now = useNow();
  const { may } = useFloorActions();
  const queues = new Map(floor.queues.map(queue => [queue.id, queue]));
  const ranked = [...floor.waiting].sort((a, b) => b.rankMilli - a.rankMilli || (a.since < b.since ? -1 : 1));
  return (
    <section className={styles.card}>
      <h2>
        {t('floor.contacts')} <span>{t('floor.nextFirst')}</span>
      </h2>
      {ranked.length === 0 ? (
        <p className={styles.empty}>{t('floor.nothingWaits')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('floor.queue')}</th>
              <th scope="col">{t('floor.language')}</th>
              <th scope="col">{t('floor.step')}</th>
              <th scope="col">{t('floor.waits')}</th>
              {may && (
                <th scope="col">
                  <span className="for-screen-readers">{t('words.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {ranked.slice(0, mostShown).map(contact => {
              const queue = queues.get(contact.queueId);
              const waited = secondsSince(contact.since, now);
              return (
                <tr key={contact.contactId}>
                  <th scope="row">
                    <span className={styles.channel}>
                      <Icon name={contact.channel} size={16} />
                      {queue?.name ?? t('floor.unknownQueue')}
                    </span>
                  </th>
                  <td>{languageName(contact.language)}</td>
                  <td>{t('floor.stepOf', { step: contact.step, steps: contact.steps })}</td>
                  <td data-urgency={queue ? urgencyOfWait(waited, queue.target.seconds) : 'calm'}>
                    {clock(waited)}
                  </td>
                  {may && (
                    <td>
                      <ContactActions contact={contact} queue={queue} queues={floor.queues} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {ranked.length > mostShown && (
        <p className={styles.empty}>{t('floor.more', { count: ranked.length - mostShown })}</p>
      )}
    </section>
  );
}
