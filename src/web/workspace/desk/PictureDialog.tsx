import { useTranslation } from 'react-i18next';
import { bytes } from '../../shared/format';
import type { File } from '../../shared/model';
import { Dialog } from '../shell/Dialog';
import styles from './PictureDialog.module.css';

/** A picture as large as the window allows; Escape goes back to the conversation. */
export function PictureDialog({ file, close }: { file: File; close: () => void }) {
  const { t } = useTranslation();
  const address = `/api/files/${file.id}`;
  return (
    <Dialog label={file.name} close={close} className={styles.dialog!}>
      <img src={address} alt={file.name} className={styles.picture} />
      <footer className={styles.foot}>
        <b>{file.name}</b>
        <span>{bytes(file.bytes)}</span>
        <a href={address} download={file.name}>
          {t('talk.download')}
        </a>
        <button type="button" onClick={close}>
          {t('words.close')}
        </button>
      </footer>
    </Dialog>
  );
}
