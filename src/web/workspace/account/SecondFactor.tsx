import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../../shared/http';
import { useSession } from '../access/session';
import { Card } from '../shell/Page';
import { useAttempt } from '../shell/useAttempt';
import { QrCode } from './QrCode';
import styles from './SecondFactor.module.css';

type Secret = { secret: string; uri: string };

/** The authenticator app: shown as a square to scan, in force only after it has given a first code. */
export function SecondFactor() {
  const { t } = useTranslation();
  const on = useSession().data?.totp ?? false;
  const { attempt, busy } = useAttempt('session');
  const [secret, setSecret] = useState<Secret | null>(null);
  const [removing, setRemoving] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(' ', '');
    const done = await attempt(
      async () => {
        await (on ? remove('/totp', { code }) : post('/totp/confirmation', { code }));
        return true;
      },
      t(on ? 'account.totpRemoved' : 'account.totpSet'),
    );
    if (!done) return;
    setSecret(null);
    setRemoving(false);
  }

  return (
    <Card title={t('account.totp')}>
      <p>{t(on ? 'account.totpOn' : 'account.totpOff')}</p>
      {secret && (
        <div className={styles.secret}>
          <QrCode text={secret.uri} label={t('account.totpScan')} />
          <div>
            <p>{t('account.totpScan')}</p>
            <code>{secret.secret}</code>
          </div>
        </div>
      )}
      {secret || removing ? (
        <form onSubmit={submit}>
          <TextInput
            name="code"
            label={t('signIn.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus
          />
          <div>
            <Button type="submit" loading={busy}>
              {t(on ? 'account.totpRemove' : 'account.totpConfirm')}
            </Button>
          </div>
        </form>
      ) : (
        <Button
          mt="sm"
          variant="default"
          loading={busy}
          onClick={async () =>
            on ? setRemoving(true) : setSecret((await attempt(() => post<Secret>('/totp'))) ?? null)
          }
        >
          {t(on ? 'account.totpRemove' : 'account.totpBegin')}
        </Button>
      )}
    </Card>
  );
}
