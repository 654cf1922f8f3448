import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, Refused } from '../../shared/http';
import { languageNames } from '../../shared/i18n';
import { queries } from '../queries';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { usePartners } from '../shell/partners';
import { useProblemText } from '../shell/problem';
import { Choices } from './Choices';
import { roles } from './person';

type Props = { close: () => void; invited: (link: string) => void };

export function InviteDialog({ close, invited }: Props) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const partners = usePartners();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const wrong = error instanceof Refused ? error.errors : undefined;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const { link } = await post<{ link: string }>('/invitations', {
        ...Object.fromEntries(form),
        roles: form.getAll('roles'),
        partners: form.getAll('partners'),
      });
      void queries.invalidateQueries({ queryKey: ['people'] });
      close();
      invited(link);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  }

  return (
    <Dialog label={t('people.invite')} close={close}>
      <FormDialog
        title={t('people.invite')}
        submit={submit}
        problem={error && !wrong ? problemText(error) : ''}
      >
        <TextInput name="name" label={t('people.name')} required error={wrong?.name?.[0]} />
        <TextInput name="email" type="email" label={t('signIn.email')} required error={wrong?.email?.[0]} />
        <Choices
          name="roles"
          title={t('people.roles')}
          choices={roles.map(role => ({ value: role, title: t(`role.${role}`) }))}
          problem={wrong?.roles?.[0]}
        />
        <Choices
          name="partners"
          title={t('people.partners')}
          choices={partners.map(partner => ({ value: partner.id, title: partner.name }))}
          problem={wrong?.partners?.[0]}
        />
        <label>
          {t('words.language')}
          <select name="language" defaultValue={i18n.language}>
            {Object.entries(languageNames).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" loading={busy}>
          {t('people.makeInvitation')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
