import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { useOfferedCommands } from './commands';
import { Key } from './Key';
import styles from './Palette.module.css';

export function KeyList({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const keyed = useOfferedCommands().filter(command => command.key);
  return (
    <Dialog label={t('keys.title')} close={close} className={styles.palette!}>
      <h2 className={styles.title}>{t('keys.title')}</h2>
      <ul className={styles.list}>
        {keyed.map(command => (
          <li key={command.id}>
            {command.title}
            <Key name={command.key!} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
