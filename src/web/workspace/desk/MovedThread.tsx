import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '../../shared/model';
import { Key } from '../palette/Key';
import styles from './MovedThread.module.css';
import { discard, type Outgoing, sendAnyway } from './outbox';

type Props = { message: Outgoing; conversation: Conversation; change: (message: Outgoing) => void };

/** In the composer's place when a reply was overtaken: what is new, what was not sent, and what to do with it. */
export function MovedThread({ message, conversation, change }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const fresh = conversation.messages.filter(other => isNews(other, message));
  const nameOf = (other: Message) => other.author.name ?? conversation.customer.name ?? t('moved.customer');
  const writer = fresh.at(-1);

  useLayoutEffect(() => panel.current?.focus(), []);

  function send() {
    sendAnyway(message, conversation.messages.at(-1)?.number ?? 0);
  }

  function takeBack() {
    discard(message);
    change(message);
  }

  // Who goes on typing must not trigger the keys of the desk.
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    if (event.key === 'Escape') takeBack();
  }

  return (
    <section ref={panel} className={styles.moved} tabIndex={-1} aria-labelledby="moved" onKeyDown={onKeyDown}>
      <h2 id="moved">{writer ? t('moved.title', { who: nameOf(writer) }) : t('moved.nobody')}</h2>
      <ul className={styles.fresh}>
        {fresh.map(other => (
          <li key={other.number}>
            <b>{nameOf(other)}</b> {other.text}
          </li>
        ))}
      </ul>
      <div className={styles.yours}>
        <small>{t('moved.yours')}</small>
        <p>{message.text}</p>
      </div>
      <div className={styles.foot}>
        <button type="button" onClick={() => discard(message)}>
          {t('moved.discard')}
        </button>
        <button type="button" onClick={takeBack}>
          {t('moved.change')} <Key name="Escape" />
        </button>
        <button type="button" className={styles.send} onClick={send}>
          {t('moved.send')} <Key name="mod+Enter" />
        </button>
      </div>
    </section>
  );
}

function isNews(other: Message, message: Outgoing) {
  return (
    other.number > (message.readTo ?? 0) && other.kind === 'reply' && other.author.id !== message.personId
  );
}
