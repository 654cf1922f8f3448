import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../shared/format';
import { usePartners } from '../shell/partners';
import { type Column, separator } from '../shell/table/column';
import type { Person } from './person';

export function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  return useMemo(() => {
    const names = new Map(partners.map(partner => [partner.id, partner.name]));
    return [
      {
        id: 'name',
        title: t('people.name'),
        width: '17%',
        value: person => person.name,
        cell: person => <b>{person.name}</b>,
      },
      { id: 'email', title: t('signIn.email'), width: '22%', value: person => person.email, secondary: true },
      {
        id: 'roles',
        title: t('people.roles'),
        choices: true,
        value: person => person.roles.map(role => t(`role.${role}`)).join(separator),
      },
      {
        id: 'partners',
        title: t('people.partners'),
        choices: true,
        secondary: true,
        value: person =>
          person.partners
            .map(id => names.get(id))
            .filter(Boolean)
            .join(separator),
      },
      {
        id: 'status',
        title: t('people.status'),
        choices: true,
        width: '104px',
        value: person => t(`people.is.${person.status}`),
      },
      {
        id: 'totp',
        title: t('people.secondFactor'),
        width: '112px',
        secondary: true,
        value: person => (person.totp ? t('people.totp') : ''),
      },
      {
        id: 'lastSeen',
        title: t('people.lastSeen'),
        width: '166px',
        value: person => person.lastSeenAt,
        cell: person => (person.lastSeenAt ? dateAndTime(person.lastSeenAt) : '–'),
      },
    ] satisfies Column<Person>[];
  }, [t, partners]);
}
