import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskContact, Waiting } from '../../shared/model';
import { CallOut } from './CallOut';
import styles from './ContactList.module.css';
import { ContactRow } from './ContactRow';
import { WaitingRow } from './WaitingRow';

type Props = { contacts: DeskContact[]; waiting: Waiting[]; open: string | undefined };

export function ContactList({ contacts, waiting, open }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<string | null>(null);
  const tags = [...new Set(contacts.flatMap(contact => contact.tags))].sort();
  const only = wanted !== null && tags.includes(wanted) ? wanted : null;
  const shown = only ? contacts.filter(contact => contact.tags.includes(only)) : contacts;
  return (
    <section className={styles.list} aria-label={t('desk.contacts')}>
      <h2>
        {t('desk.mine')} <span>{contacts.length}</span>
      </h2>
      {tags.length > 0 && (
        <div className={styles.filter} role="toolbar" aria-label={t('tags.filter')}>
          {tags.map(name => (
            <button
              key={name}
              type="button"
              aria-pressed={name === only}
              onClick={() => setWanted(name === only ? null : name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      {contacts.length === 0 && <p className={styles.empty}>{t('desk.mineEmpty')}</p>}
      <CallOut />
      <ul>
        {shown.map(contact => (
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
