import { useTranslation } from 'react-i18next';
import type { DeskContact } from '../../shared/model';
import { BackButton } from '../shell/BackButton';
import { PartnerMark } from '../shell/PartnerMark';
import styles from './ConversationPane.module.css';

type Props = {
  contact: DeskContact;
  back: () => void;
  showCustomer: () => void;
  open: (dialog: 'transfer' | 'snooze') => void;
  end: () => void;
  keep: () => void;
};

export function ConversationHead({ contact, back, showCustomer, open, end, keep }: Props) {
  const { t } = useTranslation();
  const connected = contact.state === 'connected';
  const isCall = contact.channel === 'call';
  return (
    <header className={styles.head}>
      <BackButton go={back} />
      <PartnerMark id={contact.partner.id} name={contact.partner.name} />
      <h1>{contact.customer.name ?? t('customer.unnamed', { partner: contact.partner.name })}</h1>
      {contact.transferring && <span className={styles.moving}>{t('head.transferring')}</span>}
      <button type="button" className={styles.customer} onClick={showCustomer}>
        {t('customer.title')}
      </button>
      <div className={styles.grow} />
      {contact.state === 'consulting' && (
        <button type="button" className={styles.action} onClick={end}>
          {t('call.asking.leave')}
        </button>
      )}
      {connected && (
        <>
          {contact.transferring ? (
            <button type="button" className={styles.action} onClick={keep}>
              {t('head.keep')}
            </button>
          ) : contact.asks ? null : (
            <button type="button" className={styles.action} onClick={() => open('transfer')}>
              {t('head.transfer')}
            </button>
          )}
          {!isCall && (
            <button type="button" className={styles.action} onClick={() => open('snooze')}>
              {t('head.snooze')}
            </button>
          )}
          <button type="button" className={styles.action} onClick={end}>
            {t(isCall ? 'call.hangUp' : 'head.end')}
          </button>
        </>
      )}
    </header>
  );
}
