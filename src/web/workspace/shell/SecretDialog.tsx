import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { FormDialog } from './FormDialog';

type Props = { title: string; hint: string; secret: string; close: () => void };

/** Shows what the server will never show again, to be copied now. */
export function SecretDialog({ title, hint, secret, close }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  async function copy() {
    // Only pages on a secure line get the clipboard; on others the text can be selected by one click.
    await navigator.clipboard?.writeText(secret);
    setCopied(Boolean(navigator.clipboard));
  }

  return (
    <Dialog label={title} close={close}>
      <FormDialog
        title={title}
        problem=""
        submit={event => {
          event.preventDefault();
          close();
        }}
      >
        <p>{hint}</p>
        <code>{secret}</code>
        <Button.Group>
          <Button variant="default" onClick={() => void copy()}>
            {t(copied ? 'secret.copied' : 'secret.copy')}
          </Button>
          <Button type="submit">{t('words.close')}</Button>
        </Button.Group>
      </FormDialog>
    </Dialog>
  );
}
