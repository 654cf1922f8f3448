import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { useAttempt } from '../shell/useAttempt';
import styles from './CallPane.module.css';

/** Calls the customer back to whom that was promised; while nobody answers the contact stays the agent's. */
export function DialCallback({ contactId, number }: { contactId: string; number: string }) {
  const { t } = useTranslation();
  const { attempt } = useAttempt('desk');
  const [isDialling, setDialling] = useState(false);

  async function dial() {
    setDialling(true);
    await attempt(() => post(`/contacts/${contactId}/dialling`, {}));
    setDialling(false);
  }

  useCommands([{ id: 'dial', title: t('call.dial', { number }), run: () => void dial() }]);

  return (
    <>
      <div className={styles.buttons}>
        <button type="button" disabled={isDialling} onClick={() => void dial()}>
          <Icon name="call" />
          <span>{t('call.dial', { number })}</span>
          <ActionKey action="dial" />
        </button>
      </div>
      <p className={styles.notice}>{t('call.dialMeans')}</p>
    </>
  );
}
