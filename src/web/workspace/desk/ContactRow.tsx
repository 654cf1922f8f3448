import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import type { DeskContact } from '../../shared/model';
import { Icon } from '../shell/Icon';
import styles from './ContactList.module.css';
import { ResponseClock } from './ResponseClock';

export function ContactRow({ contact, open }: { contact: DeskContact; open: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const name = contact.customer.name ?? t('customer.unnamed', { partner: contact.partner.name });
  return (
    <li>
      <Link
        to="/desk/$contactId"
        params={{ contactId: contact.contactId }}
        className={styles.item}
        data-open={open}
        aria-current={open}
      >
        <Icon name={contact.channel} size={16} />
        <b>{name}</b>
        <ResponseClock contact={contact} now={now} />
        <p>{contact.lastMessage?.text ?? contact.queue.name}</p>
        {contact.unread > 0 && (
          <span className={styles.unread}>
            {contact.unread}
            <span className="for-screen-readers">{t('desk.unread')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
