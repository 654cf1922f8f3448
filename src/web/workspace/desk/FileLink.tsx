import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../shared/format';
import type { File } from '../../shared/model';
import { Icon } from '../shell/Icon';
import { PictureDialog } from './PictureDialog';
import styles from './Talk.module.css';

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** A file of a message: a picture is shown and opens large, anything else stands by its name and size. */
export function FileLink({ file }: { file: File }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const address = `/api/files/${file.id}`;
  if (!pictures.includes(file.mediaType))
    return (
      <a href={address} target="_blank" rel="noreferrer" className={styles.file}>
        <Icon name="attach" size={14} />
        {[file.name, bytes(file.bytes)].join(' · ')}
      </a>
    );
  return (
    <>
      <button
        type="button"
        className={styles.thumb}
        aria-label={t('talk.enlarge', { name: file.name })}
        onClick={() => setOpen(true)}
      >
        <img src={address} alt={file.name} className={styles.picture} loading="lazy" />
      </button>
      {open && <PictureDialog file={file} close={() => setOpen(false)} />}
    </>
  );
}
