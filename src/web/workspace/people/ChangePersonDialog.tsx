import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { put } from '../../shared/http';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useForm } from '../shell/useForm';
import { PersonFields } from './PersonFields';
import type { Person } from './person';

export function ChangePersonDialog({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm(['people', 'session'], async fields => {
    await put(`/people/${person.id}`, {
      name: fields.get('name'),
      language: fields.get('language'),
      roles: fields.getAll('roles'),
      partners: fields.getAll('partners'),
      version: person.version,
    });
    close();
  });
  return (
    <Dialog label={person.name} close={close}>
      <FormDialog title={person.name} submit={form.submit} problem={form.problem}>
        <TextInput
          name="name"
          label={t('people.name')}
          required
          defaultValue={person.name}
          error={form.wrong('name')}
        />
        <PersonFields person={person} wrong={form.wrong} />
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
