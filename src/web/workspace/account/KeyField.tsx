import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, actions } from '../palette/actions';
import { Key, keyText } from '../palette/Key';
import { isFree, keyNameOf } from '../palette/keyEvent';
import { conflictsOf, keyOf, withKey } from '../palette/keymap';
import { Icon } from '../shell/Icon';
import styles from './Settings.module.css';
import type { PersonalSettings } from './settings';

type Props = {
  action: Action;
  settings: PersonalSettings;
  change: (keys: PersonalSettings['keys']) => void;
};

/** One action's key: press the button, then the key. Backspace takes the key away, Escape leaves it. */
export function KeyField({ action, settings, change }: Props) {
  const { t } = useTranslation();
  const [waits, setWaits] = useState(false);
  const [refused, setRefused] = useState(false);
  const key = keyOf(action, settings);
  const clashes = conflictsOf(action, settings);
  const title = t(actions[action].title);

  function listen(event: React.KeyboardEvent) {
    if (!waits || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaits(false);
    if (event.key === 'Backspace' || event.key === 'Delete') return choose('');
    const pressed = keyNameOf(event.nativeEvent);
    if (pressed === null) return setRefused(event.altKey);
    if (!isFree(pressed)) return setRefused(true);
    choose(pressed);
  }

  function choose(pressed: string) {
    setWaits(false);
    setRefused(false);
    change(withKey(settings, action, pressed));
  }

  return (
    <li>
      <span>{title}</span>
      <button
        type="button"
        className={styles.reset}
        aria-label={t('keys.resetOne', { action: title })}
        title={t('keys.reset')}
        disabled={settings.keys[action] === undefined}
        onClick={() => change(withKey(settings, action, keyOf(action, { ...settings, keys: {} })))}
      >
        <Icon name="undo" size={16} />
      </button>
      <button
        type="button"
        className={styles.key}
        data-clash={clashes.length > 0}
        aria-label={t('keys.changeOne', { action: title, key: key ? keyText(key) : t('keys.none') })}
        onClick={() => setWaits(true)}
        onBlur={() => setWaits(false)}
        onKeyDown={listen}
      >
        {waits ? t('keys.press') : key ? <Key name={key} /> : t('keys.none')}
      </button>
      {refused && <small role="alert">{t('keys.notFree')}</small>}
      {clashes.length > 0 && (
        <small>
          {t('keys.clash', { actions: clashes.map(other => t(actions[other].title)).join(', ') })}
        </small>
      )}
    </li>
  );
}
