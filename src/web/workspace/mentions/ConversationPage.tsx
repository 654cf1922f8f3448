import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../shared/format';
import type { Conversation } from '../../shared/model';
import { Composer } from '../desk/Composer';
import pane from '../desk/ConversationPane.module.css';
import { useConversation } from '../desk/conversation';
import type { Addressee } from '../desk/drafts';
import { MessageBubble } from '../desk/MessageBubble';
import talk from '../desk/Talk.module.css';
import { Viewers } from '../desk/Viewers';
import { useWatch } from '../live/LiveLine';
import { useProblemText } from '../shell/problem';
import { useReadMentions } from './mentions';

/** A conversation that is not on one's own desk, live, with room for a note: where somebody who was named looks. */
export function ConversationPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { conversationId } = useParams({ from: '/conversation/$conversationId' });
  const { data: conversation, error } = useConversation(conversationId);
  useWatch(`conversation:${conversationId}`);
  useReadMentions(conversation && conversationId);

  return (
    <main className={pane.pane} style={{ height: '100%' }}>
      <header className={pane.head}>
        <h1>{conversation?.customer.name ?? t('mentions.conversation')}</h1>
        {conversation && <span className={pane.tag}>{dateAndTime(conversation.startedAt)}</span>}
        <div className={pane.grow} />
        <Viewers conversationId={conversationId} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={talk.talk} tabIndex={0} role="log" aria-label={t('talk.title')}>
        <div className={talk.messages}>
          {error && !conversation && <p role="alert">{problemText(error)}</p>}
          {conversation?.messages.map(message => (
            <div key={message.number} className={talk.row}>
              <MessageBubble message={message} />
            </div>
          ))}
        </div>
      </div>
      {conversation && (
        <Composer
          contact={addresseeOf(conversation)}
          conversationId={conversationId}
          conversation={conversation}
        />
      )}
    </main>
  );
}

/** Somebody else answers the customer: here there are only notes. */
function addresseeOf(conversation: Conversation): Addressee {
  const nobody = { id: '', name: '', colour: '' };
  return { ...conversation, state: 'parked', partner: nobody, queue: nobody };
}
