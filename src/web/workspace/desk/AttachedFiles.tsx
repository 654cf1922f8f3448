import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import type { File as StoredFile } from '../../shared/model';
import { Icon } from '../shell/Icon';
import { useProblemText } from '../shell/problem';
import { toast } from '../shell/toast';
import styles from './Composer.module.css';

const uploadWithinMs = 120_000;

/** Uploads files as soon as they are chosen; `busy` of them are still on their way. */
export function useAttaching(conversationId: string, attached: (file: StoredFile) => void) {
  const [busy, setBusy] = useState(0);
  const problemText = useProblemText();

  async function upload(file: File) {
    const form = new FormData();
    form.append('file', file);
    setBusy(count => count + 1);
    try {
      const signal = AbortSignal.timeout(uploadWithinMs);
      attached(await post<StoredFile>(`/conversations/${conversationId}/files`, form, { signal, key: null }));
    } catch (error) {
      toast(`${file.name}: ${problemText(error)}`, 'refused');
    } finally {
      setBusy(count => count - 1);
    }
  }

  return { busy, add: (files: FileList | null) => void uploadInOrder([...(files ?? [])], upload) };
}

export function AttachedFiles(props: {
  files: StoredFile[];
  busy: number;
  remove: (file: StoredFile) => void;
}) {
  const { t } = useTranslation();
  if (props.files.length === 0 && props.busy === 0) return null;
  return (
    <ul className={styles.files}>
      {props.files.map(file => (
        <li key={file.id}>
          {file.name}
          <button
            type="button"
            aria-label={t('composer.detach', { name: file.name })}
            onClick={() => props.remove(file)}
          >
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      {props.busy > 0 && <li>{t('composer.uploading', { count: props.busy })}</li>}
    </ul>
  );
}

async function uploadInOrder(files: File[], upload: (file: File) => Promise<void>) {
  for (const file of files) await upload(file);
}
