import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../shared/http';
import { useCommands } from '../palette/commands';
import { Page } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import { Table } from '../shell/table/Table';
import { ChangePersonDialog } from './ChangePersonDialog';
import { usePeopleColumns } from './columns';
import { ErasePersonDialog } from './ErasePersonDialog';
import { InviteDialog } from './InviteDialog';
import { LinkDialog } from './LinkDialog';
import { PersonActions } from './PersonActions';
import type { Person } from './person';

/** Everybody with an account. Links are shown once, to be handed to the person by a way that both trust. */
export function PeoplePage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [inviting, setInviting] = useState(false);
  const [changed, setChanged] = useState<Person | null>(null);
  const [erased, setErased] = useState<Person | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Person[]>('/people') });
  useCommands([{ id: 'invite', title: t('people.invite'), run: () => setInviting(true) }]);
  return (
    <Page
      wide
      title={t('people.title')}
      actions={<Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>}
    >
      <Table
        label={t('people.title')}
        rows={people.data}
        columns={usePeopleColumns()}
        keyOf={person => person.id}
        empty={<p>{t('people.none')}</p>}
        open={setChanged}
        isQuiet={person => person.status === 'deactivated'}
        problem={
          people.error && !people.data
            ? { text: problemText(people.error), retry: () => void people.refetch() }
            : undefined
        }
        actions={person => (
          <PersonActions person={person} change={setChanged} erase={setErased} showLink={setLink} />
        )}
      />
      {inviting && <InviteDialog close={() => setInviting(false)} invited={setLink} />}
      {changed && <ChangePersonDialog person={changed} close={() => setChanged(null)} />}
      {erased && <ErasePersonDialog person={erased} close={() => setErased(null)} />}
      {link && <LinkDialog link={link} close={() => setLink(null)} />}
    </Page>
  );
}
