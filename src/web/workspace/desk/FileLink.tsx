import { bytes } from '../../shared/format';
import type { File } from '../../shared/model';
import { Icon } from '../shell/Icon';
import styles from './Talk.module.css';

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

export function FileLink({ file }: { file: File }) {
  const address = `/api/files/${file.id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" className={styles.file}>
      {pictures.includes(file.mediaType) ? (
        <img src={address} alt={file.name} className={styles.picture} loading="lazy" />
      ) : (
        <>
          <Icon name="attach" size={14} />
          {file.name} · {bytes(file.bytes)}
        </>
      )}
    </a>
  );
}
