import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { SoundForm } from './SoundForm';
import styles from './SoundForm.module.css';

/** The sound of calls on this computer, without leaving the work. */
export function SoundDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('call.sound')} close={close} className={styles.dialog!}>
      <div className={styles.inside}>
        <h2>{t('call.sound')}</h2>
        <SoundForm />
      </div>
    </Dialog>
  );
}
