import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePersonalSettings } from '../account/settings';
import { Dialog } from '../shell/Dialog';
import { keyOfCommand, useOfferedCommands } from './commands';
import { Key } from './Key';
import styles from './Palette.module.css';

/** What can be done here and now by a key, and the way to other keys. */
export function KeyList({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const settings = usePersonalSettings();
  const offered = useOfferedCommands()
    .map(command => ({ ...command, key: keyOfCommand(command, settings) }))
    .filter(
      (command, place, all) => command.key && all.findIndex(other => other.id === command.id) === place,
    );
  return (
    <Dialog label={t('keys.title')} close={close} className={styles.palette!}>
      <h2 className={styles.title}>{t('keys.title')}</h2>
      <ul className={styles.list}>
        {offered.map(command => (
          <li key={command.id}>
            {command.title}
            <Key name={command.key} />
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <Link to="/account" hash="keys" onClick={close}>
          {t('keys.change')}
        </Link>
      </p>
    </Dialog>
  );
}
