import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import { useAttempt } from '../shell/useAttempt';
import styles from './CallPane.module.css';

const keys = [...'123456789*0#'];
const mostShown = 20;

/** Keys for the machine at the other end; digits can be typed too, while the keypad has the focus. */
export function Keypad({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const [pressed, setPressed] = useState('');
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const pad = useRef<HTMLFieldSetElement>(null);
  useEffect(() => pad.current?.focus(), []);

  function press(key: string) {
    setPressed(before => (before + key).slice(-mostShown));
    // One after the other: side by side they might arrive in another order.
    last.current = last.current.then(() => attempt(() => post(`/contacts/${contactId}/keys`, { keys: key })));
  }

  return (
    <fieldset
      ref={pad}
      tabIndex={-1}
      className={styles.keys}
      aria-label={t('call.keypad')}
      onKeyDown={event => {
        if (!keys.includes(event.key) || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        press(event.key);
      }}
    >
      <output>{pressed}</output>
      {keys.map(key => (
        <button key={key} type="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </fieldset>
  );
}
