import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, Refused } from '../../shared/http';
import { Choices } from '../people/Choices';
import { queries } from '../queries';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useProblemText } from '../shell/problem';

type Props = { scopes: string[]; close: () => void; created: (token: string) => void };

export function TokenDialog({ scopes, close, created }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const wrong = error instanceof Refused ? error.errors : undefined;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const { token } = await post<{ token: string }>('/tokens', {
        name: form.get('name'),
        scopes: form.getAll('scopes'),
      });
      void queries.invalidateQueries({ queryKey: ['tokens'] });
      close();
      created(token);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Dialog label={t('tokens.create')} close={close}>
      <FormDialog
        title={t('tokens.create')}
        submit={submit}
        problem={error && !wrong ? problemText(error) : ''}
      >
        <TextInput
          name="name"
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          required
          error={wrong?.name?.[0]}
        />
        <Choices
          name="scopes"
          title={t('tokens.scopes')}
          choices={scopes.map(scope => ({ value: scope, title: scope }))}
          problem={wrong?.scopes?.[0]}
        />
        <Button type="submit" loading={busy}>
          {t('tokens.create')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
