import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import { openFollowUp } from '../followups/opening';
import { TaskPane } from '../followups/TaskPane';
import { useWatch } from '../live/LiveLine';
import { useReadMentions } from '../mentions/mentions';
import { useCommands } from '../palette/commands';
import { CallPane } from '../voice/CallPane';
import { useDeskActions } from './actions';
import { Composer } from './Composer';
import { ConversationHead } from './ConversationHead';
import styles from './ConversationPane.module.css';
import { useConversation } from './conversation';
import { SnoozeDialog } from './SnoozeDialog';
import { Tags } from './Tags';
import { Talk } from './Talk';
import { TransferDialog } from './TransferDialog';
import { useReading } from './useReading';
import { Viewers } from './Viewers';
import { WrapUpStrip } from './WrapUpStrip';

type Props = {
  contact: DeskContact;
  /** To the list, and to what is known of the customer: in a narrow window they stand in this pane's place. */
  back: () => void;
  showCustomer: () => void;
};

export function ConversationPane({ contact, back, showCustomer }: Props) {
  const { t } = useTranslation();
  const { end, keep } = useDeskActions();
  const [dialog, setDialog] = useState<'transfer' | 'snooze' | null>(null);
  const conversation = useConversation(contact.conversationId).data;
  const connected = contact.state === 'connected';
  const isCall = contact.channel === 'call';
  const { conversationId } = contact;
  useWatch(conversationId ? `conversation:${conversationId}` : null);
  useReading(conversation);
  useReadMentions(conversationId);

  useCommands(
    connected
      ? [
          { id: 'end', title: t(isCall ? 'call.hangUp' : 'head.end'), run: () => void end(contact) },
          { id: 'transfer', title: t('head.transfer'), run: () => setDialog('transfer') },
          // A caller on the line cannot be put aside: he is called back.
          ...(isCall ? [] : [{ id: 'snooze', title: t('head.snooze'), run: () => setDialog('snooze') }]),
        ]
      : [],
  );

  useCommands([{ id: 'follow-up', title: t('followUps.new'), run: () => openFollowUp(contact) }]);

  return (
    <main className={styles.pane}>
      <ConversationHead
        contact={contact}
        back={back}
        showCustomer={showCustomer}
        open={setDialog}
        end={() => void end(contact)}
        keep={() => void keep(contact)}
      />
      {(conversationId || isCall) && (
        <div className={styles.under}>
          <span>
            {[
              contact.partner.name,
              t(`channel.${contact.channel}`),
              languageName(contact.language),
              contact.queue.name,
            ].join(' · ')}
          </span>
          {conversationId && <Tags contact={contact} conversationId={conversationId} />}
          {conversationId && <Viewers conversationId={conversationId} />}
        </div>
      )}
      {conversationId ? (
        <>
          <Talk contact={contact} conversationId={conversationId} conversation={conversation} />
          <Composer contact={contact} conversationId={conversationId} conversation={conversation} />
        </>
      ) : isCall ? (
        <CallPane contact={contact} />
      ) : contact.channel === 'task' ? (
        <TaskPane contact={contact} />
      ) : (
        <p className={styles.silent}>{t('talk.none')}</p>
      )}
      <WrapUpStrip contact={contact} />
      {dialog === 'transfer' && <TransferDialog contact={contact} close={() => setDialog(null)} />}
      {dialog === 'snooze' && <SnoozeDialog contact={contact} close={() => setDialog(null)} />}
    </main>
  );
}
