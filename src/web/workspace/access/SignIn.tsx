import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../shared/http';
import { LanguageChoice } from '../shell/LanguageChoice';
import { useProblemText } from '../shell/problem';
import { Gate } from './Gate';
import { signIn } from './session';

export function SignIn() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await signIn({ email, password, ...(step === 'code' ? { code: code.replaceAll(' ', '') } : {}) });
    } catch (error) {
      if (error instanceof Refused && error.type === 'second-factor-needed' && step === 'password')
        setStep('code');
      else setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Gate title={t('signIn.title')} footer={<LanguageChoice />}>
      <form onSubmit={submit}>
        {step === 'password' ? (
          <>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={event => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              value={password}
              onChange={event => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            />
          </>
        ) : (
          <TextInput
            label={t('signIn.code')}
            description={t('signIn.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
        )}
        <p role="alert">{problem}</p>
        <Button type="submit" loading={busy} fullWidth>
          {t('signIn.submit')}
        </Button>
      </form>
    </Gate>
  );
}
