import { useTranslation } from 'react-i18next';
import type { DeskContact, Waiting } from '../../shared/model';
import styles from './ContactList.module.css';
import { ContactRow } from './ContactRow';
import { WaitingRow } from './WaitingRow';

type Props = { contacts: DeskContact[]; waiting: Waiting[]; open: string | undefined };

export function ContactList({ contacts, waiting, open }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.list} aria-label={t('desk.contacts')}>
      <h2>
        {t('desk.mine')} <span>{contacts.length}</span>
      </h2>
      {contacts.length === 0 && <p className={styles.empty}>{t('desk.mineEmpty')}</p>}
      <ul>
        {contacts.map(contact => (
          <ContactRow key={contact.contactId} contact={contact} open={contact.contactId === open} />
        ))}
      </ul>
      <h2>
        {t('desk.teamWaits')} <span>{waiting.length}</span>
      </h2>
      {waiting.length === 0 && <p className={styles.empty}>{t('desk.teamWaitsEmpty')}</p>}
      <ul>
        {waiting.map(one => (
          <WaitingRow key={one.contactId} waiting={one} />
        ))}
      </ul>
    </section>
  );
}
