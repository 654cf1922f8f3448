import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../shared/http';
import { useCommands } from '../palette/commands';
import { Card, Page } from '../shell/Page';
import { InviteDialog } from './InviteDialog';
import { LinkDialog } from './LinkDialog';
import { PersonRow } from './PersonRow';
import type { Person } from './person';

/** Everybody with an account. Links are shown once, to be handed to the person by a way that both trust. */
export function PeoplePage() {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Person[]>('/people') }).data;
  useCommands([{ id: 'invite', title: t('people.invite'), run: () => setInviting(true) }]);
  return (
    <Page
      title={t('people.title')}
      actions={<Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>}
    >
      <Card>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.roles')}</th>
              <th scope="col">{t('people.status')}</th>
              <th scope="col">{t('people.lastSeen')}</th>
              <th scope="col">
                <span className="for-screen-readers">{t('words.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people?.map(person => (
              <PersonRow key={person.id} person={person} showLink={setLink} />
            ))}
          </tbody>
        </table>
      </Card>
      {inviting && <InviteDialog close={() => setInviting(false)} invited={setLink} />}
      {link && <LinkDialog link={link} close={() => setLink(null)} />}
    </Page>
  );
}
