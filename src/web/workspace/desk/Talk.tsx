import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, day, timeOfDay } from '../../shared/format';
import type { Conversation, DeskContact, Message } from '../../shared/model';
import { readEarlier } from './conversation';
import { MessageBubble } from './MessageBubble';
import { OutgoingBubble } from './OutgoingBubble';
import { isOvertaken, useOutgoing } from './outbox';
import styles from './Talk.module.css';
import { useTyping } from './useTyping';

type Props = { contact: DeskContact; conversationId: string; conversation: Conversation | undefined };

/**
 * The conversation, newest at the bottom. The reversed column keeps the newest in view without any script; what is far
 * from the view is not drawn (content-visibility), so that thousands of messages scroll like ten.
 */
export function Talk({ contact, conversationId, conversation }: Props) {
  const { t } = useTranslation();
  const outgoing = useOutgoing(conversationId);
  const typing = useTyping(conversationId);
  const arrived = new Set(conversation?.messages.map(message => message.clientId));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <div className={styles.talk} tabIndex={0} role="log" aria-label={t('talk.title')} aria-live="polite">
      <div className={styles.messages}>
        {conversation?.before && <Earlier conversation={conversation} />}
        <div className={styles.system}>
          {t('talk.began', {
            time: timeOfDay(contact.arrivedAt),
            wait: clock(contact.waitedSeconds),
            queue: contact.queue.name,
          })}
        </div>
        {conversation?.messages.map((message, i, all) => (
          <Row key={message.number} message={message} isNewDay={isNewDay(all[i - 1], message)} />
        ))}
        {outgoing
          .filter(
            message =>
              !arrived.has(message.clientId) &&
              !isOvertaken(message) &&
              (message.kind !== 'snooze' || message.refused !== undefined),
          )
          .map(message => (
            <OutgoingBubble key={message.clientId} message={message} />
          ))}
        <div className={styles.typing}>
          {typing !== null && t('talk.typing', { who: typing || t('moved.customer') })}
        </div>
      </div>
    </div>
  );
}

/** Drawn anew only when its message changes: a conversation may have thousands. */
const Row = memo(({ message, isNewDay }: { message: Message; isNewDay: boolean }) => (
  <div className={styles.row}>
    {isNewDay && <Day at={message.at} />}
    <MessageBubble message={message} />
  </div>
));

function Day({ at }: { at: string }) {
  return <div className={styles.system}>{day(at, useNow())}</div>;
}

function Earlier({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const sentinel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) void readEarlier(conversation);
    });
    observer.observe(sentinel.current!);
    return () => observer.disconnect();
  }, [conversation]);
  return (
    <div ref={sentinel} className={styles.system}>
      {t('talk.earlier')}
    </div>
  );
}

function isNewDay(previous: Message | undefined, message: Message) {
  return (
    previous !== undefined && new Date(previous.at).toDateString() !== new Date(message.at).toDateString()
  );
}
