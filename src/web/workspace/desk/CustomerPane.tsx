import { useTranslation } from 'react-i18next';
import { clock, dateAndTime, languageName } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import { BackButton } from '../shell/BackButton';
import { useDeskActions } from './actions';
import { CallbackButton } from './CallbackButton';
import styles from './CustomerPane.module.css';
import { useConversation } from './conversation';
import { EarlierContacts } from './EarlierContacts';

type Props = {
  contact: DeskContact;
  /** To the conversation, in a narrow window; absent where that stands beside it anyway. */
  back?: () => void;
};

/** What the agent needs to know about the customer: who, how to reach, what was said before the chat began. */
export function CustomerPane({ contact, back }: Props) {
  const { t } = useTranslation();
  const { block } = useDeskActions();
  const conversation = useConversation(contact.conversationId).data;
  const customer = conversation?.customer ?? contact.customer;
  const fields = Object.entries(conversation?.fields ?? {}).filter(
    ([name]) => name !== 'name' && name !== 'email',
  );
  return (
    <aside className={styles.pane} aria-label={t('customer.title')}>
      <header className={styles.head}>
        {back && <BackButton go={back} />}
        <h2>{customer.name ?? t('customer.unnamed', { partner: contact.partner.name })}</h2>
        <p>{t('customer.of', { partner: contact.partner.name, language: languageName(contact.language) })}</p>
      </header>
      <section className={styles.section}>
        <h3>{t('customer.reach')}</h3>
        <dl>
          <Row name={t('customer.email')} value={customer.email ?? t('customer.notGiven')} />
        </dl>
        {contact.state === 'connected' && contact.channel !== 'task' && <CallbackButton contact={contact} />}
      </section>
      {fields.length > 0 && (
        <section className={styles.section}>
          <h3>{t('customer.form')}</h3>
          <dl>
            {fields.map(([name, value]) => (
              <Row key={name} name={name} value={value} />
            ))}
          </dl>
        </section>
      )}
      <section className={styles.section}>
        <h3>{t('customer.contact')}</h3>
        <dl>
          <Row name={t('customer.arrived')} value={dateAndTime(contact.arrivedAt)} />
          <Row name={t('customer.waited')} value={clock(contact.waitedSeconds)} />
          <Row name={t('customer.queue')} value={contact.queue.name} />
          {conversation?.page && (
            <Row name={t('customer.page')} value={conversation.page.replace(/^https?:\/\//, '')} />
          )}
        </dl>
      </section>
      {contact.conversationId && <EarlierContacts contactId={contact.contactId} />}
      {contact.conversationId && (
        <section className={styles.section}>
          <button type="button" className={styles.block} onClick={() => void block(contact)}>
            {t('customer.block')}
          </button>
        </section>
      )}
    </aside>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
