import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../../shared/http';
import { useProblemText } from '../shell/problem';
import { Gate } from './Gate';
import { signIn } from './session';
import { shortestPassword } from './shortestPassword';

type Link = { kind: 'invitation' | 'password-reset' | 'first-administrator'; name?: string; email?: string };

/** Where a one-time link leads: an invitation, a forgotten password, or the first administrator's account. */
export function LinkPage() {
  const { token } = useParams({ from: '/link/$token' });
  const { t } = useTranslation();
  const problemText = useProblemText();
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => get<Link>(`/links/${token}`),
    retry: false,
  });

  if (link.isPending) return null;
  if (link.isError)
    return (
      <Gate title={t('link.over')}>
        <p>{problemText(link.error)}</p>
        <p>{t('link.askAgain')}</p>
      </Gate>
    );
  return (
    <Gate title={t(`link.${link.data.kind}`)}>
      <SetPassword token={token} link={link.data} />
    </Gate>
  );
}

function SetPassword({ token, link }: { token: string; link: Link }) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const first = link.kind === 'first-administrator';
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email'));
    const password = String(form.get('password'));
    setBusy(true);
    setProblem('');
    try {
      await post(`/links/${token}`, { ...Object.fromEntries(form), language: i18n.language });
      // Who has a second factor is asked for it on the sign-in page.
      await signIn({ email, password }).catch(() => undefined);
      await navigate({ to: '/' });
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit}>
      {first ? (
        <TextInput name="name" label={t('link.name')} autoComplete="name" required autoFocus />
      ) : (
        <p>{t('link.for', { name: link.name ?? link.email ?? '' })}</p>
      )}
      <TextInput
        name="email"
        type="email"
        label={t('signIn.email')}
        autoComplete="username"
        required={first}
        readOnly={!first}
        defaultValue={link.email ?? ''}
      />
      <PasswordInput
        name="password"
        label={t('link.password')}
        description={t('link.passwordHint', { characters: shortestPassword })}
        autoComplete="new-password"
        minLength={shortestPassword}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <p role="alert">{problem}</p>
      <Button type="submit" loading={busy} fullWidth>
        {t('link.submit')}
      </Button>
    </form>
  );
}
