import { useNavigate } from '@tanstack/react-router';
import { Fragment, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingClock, useNow } from '../../shared/clock';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { Floor, FloorContact, FloorQueue } from '../../shared/model';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import styles from './FloorPage.module.css';
import { nextFirst } from './rank';
import { urgencyOfWait } from './urgency';
import { WhyWaiting } from './WhyWaiting';

const mostShown = 40;

/** The contacts that wait, the next to be served first; the one that is opened says why it still waits. */
export function WaitingContacts({ floor }: { floor: Floor }) {
  const { t } = useTranslation();
  const now = useNow();
  const navigate = useNavigate();
  const isLive = useContext(StandingClock) === null;
  const [open, setOpen] = useState<string | null>(null);
  const queues = new Map(floor.queues.map(queue => [queue.id, queue]));
  const ranked = nextFirst(floor.waiting, now);
  const shown = ranked.slice(0, mostShown);

  /** Of what was, the history tells why. */
  function turn(id: string) {
    if (isLive) setOpen(id === open ? null : id);
    else void navigate({ to: '/history', search: { contact: id } });
  }

  function go(step: number) {
    const place = shown.findIndex(contact => contact.contactId === open);
    const next = place < 0 ? (step > 0 ? 0 : shown.length - 1) : (place + step + shown.length) % shown.length;
    setOpen(shown[next]?.contactId ?? null);
  }

  useCommands([
    { id: 'next', title: t('floor.nextContact'), run: () => go(1) },
    { id: 'previous', title: t('floor.previousContact'), run: () => go(-1) },
  ]);

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
            </tr>
          </thead>
          <tbody>
            {shown.map(contact => (
              <Fragment key={contact.contactId}>
                <Row
                  contact={contact}
                  queue={queues.get(contact.queueId)}
                  waited={secondsSince(contact.since, now)}
                  isOpen={contact.contactId === open}
                  turn={() => turn(contact.contactId)}
                />
                {isLive && contact.contactId === open && (
                  <tr>
                    <td colSpan={4} className={styles.inside}>
                      <WhyWaiting contact={contact} floor={floor} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {ranked.length > mostShown && (
        <p className={styles.empty}>{t('floor.more', { count: ranked.length - mostShown })}</p>
      )}
    </section>
  );
}

type RowProps = {
  contact: FloorContact;
  queue: FloorQueue | undefined;
  waited: number;
  isOpen: boolean;
  turn: () => void;
};

function Row({ contact, queue, waited, isOpen, turn }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr className={styles.opens} onClick={turn} data-open={isOpen}>
      <th scope="row">
        <button
          type="button"
          className={styles.channel}
          aria-expanded={isOpen}
          title={t('floor.whyWaiting')}
          onClick={event => {
            event.stopPropagation();
            turn();
          }}
        >
          <Icon name={contact.channel} size={16} />
          {queue?.name ?? t('floor.unknownQueue')}
        </button>
      </th>
      <td>{languageName(contact.language)}</td>
      <td>
        {contact.step === 0
          ? t('floor.forOne')
          : t('floor.stepOf', { step: contact.step, steps: contact.steps })}
      </td>
      <td data-urgency={queue ? urgencyOfWait(waited, queue.target.seconds) : 'calm'}>{clock(waited)}</td>
    </tr>
  );
}
