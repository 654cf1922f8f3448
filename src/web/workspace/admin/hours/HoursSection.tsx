import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowOrganisationCalendarView } from '../../../shared/api';
import { useCommands } from '../../palette/commands';
import { Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useRemoval } from '../../shell/useRemoval';
import { useOrganisation, useQueues } from '../settings/organisation';
import { RemoveButton } from '../settings/RemoveButton';
import { CalendarDialog } from './CalendarDialog';

/** When queues take work: several periods a day, holidays, and other days that differ. */
export function HoursSection() {
  const { t } = useTranslation();
  const organisation = useOrganisation();
  const removal = useRemoval('organisation');
  const [edited, setEdited] = useState<ShowOrganisationCalendarView | 'new' | null>(null);
  useCommands([{ id: 'add hours', title: t('hours.add'), run: () => setEdited('new') }]);
  return (
    <Page
      wide
      title={t('settings.section.hours')}
      actions={<Button onClick={() => setEdited('new')}>{t('hours.add')}</Button>}
    >
      <Table
        label={t('settings.section.hours')}
        rows={organisation.data?.openingCalendars}
        columns={useColumns()}
        keyOf={calendar => calendar.id}
        empty={<p>{t('hours.none')}</p>}
        open={setEdited}
        problem={useQueryProblem(organisation)}
        actions={calendar => (
          <RemoveButton
            name={calendar.name}
            onRemove={() => void removal(`/opening-calendars/${calendar.id}`)}
          />
        )}
      />
      {edited && <CalendarDialog calendar={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </Page>
  );
}

function useColumns(): Column<ShowOrganisationCalendarView>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  const queues = useQueues().data;
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('settings.name'),
        value: calendar => calendar.name,
        cell: calendar => <b>{calendar.name}</b>,
      },
      {
        id: 'partner',
        title: t('settings.partner'),
        choices: true,
        value: calendar =>
          partners.find(partner => partner.id === calendar.partnerId)?.name ?? t('hours.everybody'),
      },
      { id: 'zone', title: t('hours.zone'), value: calendar => calendar.timeZone },
      {
        id: 'exceptions',
        title: t('hours.exceptions'),
        numeric: true,
        width: '140px',
        value: calendar => calendar.hours.exceptions.length,
      },
      {
        id: 'queues',
        title: t('settings.section.queues'),
        width: '30%',
        value: calendar =>
          queues
            ?.filter(queue => queue.settings.openingCalendarId === calendar.id)
            .map(queue => queue.settings.name)
            .join(separator),
      },
    ],
    [t, partners, queues],
  );
}
