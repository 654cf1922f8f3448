import { Button, PasswordInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../shared/http';
import { shortestPassword } from '../access/shortestPassword';
import { Card } from '../shell/Page';
import { useAttempt } from '../shell/useAttempt';

export function ChangePassword() {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('sessions');
  const toggle = { 'aria-label': t('signIn.showPassword') };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const request = Object.fromEntries(new FormData(form));
    const changed = await attempt(async () => {
      await put('/password', request);
      return true;
    }, t('account.passwordChanged'));
    if (changed) form.reset();
  }

  return (
    <Card title={t('account.password')}>
      <p>{t('account.passwordHint')}</p>
      <form onSubmit={submit}>
        <PasswordInput
          name="present"
          label={t('account.present')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          name="new"
          label={t('account.new')}
          autoComplete="new-password"
          minLength={shortestPassword}
          required
          visibilityToggleButtonProps={toggle}
        />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {t('account.change')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
