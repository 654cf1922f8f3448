import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useForm } from '../shell/useForm';
import { PersonFields } from './PersonFields';

type Props = { close: () => void; invited: (link: string) => void };

export function InviteDialog({ close, invited }: Props) {
  const { t } = useTranslation();
  const form = useForm(['people'], async fields => {
    const { link } = await post<{ link: string }>('/invitations', {
      ...Object.fromEntries(fields),
      roles: fields.getAll('roles'),
      partners: fields.getAll('partners'),
    });
    close();
    invited(link);
  });
  return (
    <Dialog label={t('people.invite')} close={close}>
      <FormDialog title={t('people.invite')} submit={form.submit} problem={form.problem}>
        <TextInput name="name" label={t('people.name')} required error={form.wrong('name')} />
        <TextInput name="email" type="email" label={t('signIn.email')} required error={form.wrong('email')} />
        <PersonFields wrong={form.wrong} />
        <Button type="submit" loading={form.busy}>
          {t('people.makeInvitation')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
