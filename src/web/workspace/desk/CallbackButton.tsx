import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskContact } from '../../shared/model';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { CallbackDialog } from './CallbackDialog';
import styles from './CustomerPane.module.css';

/** Promises the customer whom one is connected with to be called back. */
export function CallbackButton({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  useCommands([{ id: 'callback', title: t('callback.title'), run: () => setAsks(true) }]);
  return (
    <>
      <button type="button" className={styles.callback} onClick={() => setAsks(true)}>
        {t('callback.title')} <ActionKey action="callback" />
      </button>
      {asks && <CallbackDialog contact={contact} close={() => setAsks(false)} />}
    </>
  );
}
