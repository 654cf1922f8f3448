import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../palette/commands';
import { ContactList } from './ContactList';
import { ConversationPane } from './ConversationPane';
import { CustomerPane } from './CustomerPane';
import styles from './DeskPage.module.css';
import { useDesk } from './desk';
import { useReturnWhenGone } from './useReturnWhenGone';

/** Three panes: what is mine, the work, what I need to know. A narrow window shows one of them at a time. */
export function DeskPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { contactId } = useParams({ strict: false });
  const desk = useDesk().data;
  const contacts = desk?.contacts ?? [];
  const place = contacts.findIndex(contact => contact.contactId === contactId);
  const open = contacts[place] ?? (contactId ? undefined : contacts[0]);

  const [customerOf, showCustomerOf] = useState<string>();
  const one = customerOf && customerOf === contactId ? 'customer' : contactId ? 'talk' : 'list';

  useReturnWhenGone(contactId, desk !== undefined && place < 0);

  function go(step: number) {
    const next = contacts[(place + step + contacts.length) % contacts.length];
    if (next) void navigate({ to: '/desk/$contactId', params: { contactId: next.contactId } });
  }

  useCommands([
    { id: 'next', title: t('desk.next'), run: () => go(1) },
    { id: 'previous', title: t('desk.previous'), run: () => go(-1) },
  ]);

  if (!desk) return <div className={styles.desk} />;
  return (
    <div className={styles.desk} data-one={one}>
      <ContactList contacts={contacts} waiting={desk.waiting ?? []} open={open?.contactId} />
      {open ? (
        <>
          <ConversationPane
            key={open.contactId}
            contact={open}
            back={() => void navigate({ to: '/desk' })}
            showCustomer={() => showCustomerOf(open.contactId)}
          />
          <CustomerPane
            key={`customer ${open.contactId}`}
            contact={open}
            back={() => showCustomerOf(undefined)}
          />
        </>
      ) : (
        <main className={styles.nothing}>
          <h1>{t('desk.nothingTitle')}</h1>
          <p>{t(desk.agent.state === 'available' ? 'desk.nothingAvailable' : 'desk.nothingAway')}</p>
        </main>
      )}
    </div>
  );
}
