import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, remove } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { useAttempt } from '../../shell/useAttempt';
import { useForm } from '../../shell/useForm';
import styles from './PromptDialog.module.css';
import type { Prompt } from './PromptsSection';

type Props = {
  partnerId: string;
  language: string;
  prompt: Prompt | null;
  isSpoken: boolean;
  close: () => void;
};

/** Hears a prompt, and puts a recording in its place, which is heard before it is saved. */
export function PromptDialog({ partnerId, language, prompt, isSpoken, close }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const path = (name: string) => `/partners/${partnerId}/prompts/${language}/${name}`;
  const { attempt } = useAttempt('prompts');
  const form = useForm(['prompts'], async fields => {
    const name = prompt?.name ?? String(fields.get('name')).trim();
    const recording = new FormData();
    recording.append('file', file!);
    await put(path(name), recording);
    close();
  });
  const heard = prompt && (prompt.own || (isSpoken && prompt.text));
  const title = prompt?.name ?? t('prompts.add');
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        {prompt?.text && <p>{prompt.text}</p>}
        {!prompt && (
          <TextInput
            name="name"
            label={t('prompts.name')}
            description={t('prompts.nameHint')}
            required
            pattern="[a-z][a-z0-9\-]{0,39}"
            error={form.wrong('name')}
          />
        )}
        {heard && (
          <Listening
            label={t(prompt.own ? 'prompts.own' : 'prompts.programs')}
            source={`/api${path(prompt.name)}?saved=${prompt.own?.savedAt ?? ''}`}
          />
        )}
        <label className={styles.file}>
          {t('prompts.recording')}
          <input
            type="file"
            accept="audio/wav,.wav"
            required
            aria-describedby="recording-hint"
            aria-invalid={Boolean(form.wrong('file'))}
            onChange={event => setFile(event.currentTarget.files?.[0] ?? null)}
          />
          <small id="recording-hint">{t('prompts.recordingHint')}</small>
          {form.wrong('file') && <span role="alert">{form.wrong('file')}</span>}
        </label>
        {file && <NewRecording file={file} />}
        <Button.Group>
          {prompt?.own && (
            <Button
              variant="default"
              onClick={() => void attempt(() => remove(path(prompt.name))).then(close)}
            >
              {t('prompts.remove')}
            </Button>
          )}
          <Button type="submit" loading={form.busy} disabled={!file}>
            {t('words.save')}
          </Button>
        </Button.Group>
      </FormDialog>
    </Dialog>
  );
}

function NewRecording({ file }: { file: File }) {
  const { t } = useTranslation();
  const [source, setSource] = useState('');
  useEffect(() => {
    const address = URL.createObjectURL(file);
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return source ? <Listening label={t('prompts.new')} source={source} /> : null;
}

function Listening({ label, source }: { label: string; source: string }) {
  return (
    <figure className={styles.listening}>
      <figcaption>{label}</figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand above, where they are known. */}
      <audio controls preload="none" src={source} aria-label={label} />
    </figure>
  );
}
