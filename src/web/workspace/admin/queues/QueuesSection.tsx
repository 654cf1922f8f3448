import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListQueuesQueueView } from '../../../shared/api';
import { percentage } from '../../../shared/format';
import { newId } from '../../../shared/identity';
import { useCommands } from '../../palette/commands';
import { Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useEmergencies, useOrganisation, useQueues } from '../settings/organisation';
import { EmergencyDialog } from './EmergencyDialog';
import { newQueue } from './fields';
import { QueueEditor } from './QueueEditor';

/** Where contacts wait, and by which rules. */
export function QueuesSection() {
  const { t } = useTranslation();
  const queues = useQueues();
  const partners = usePartners();
  const [edited, setEdited] = useState<ListQueuesQueueView | null>(null);
  const [stopped, setStopped] = useState<ListQueuesQueueView | null>(null);
  const columns = useColumns();
  const problem = useQueryProblem(queues);
  const add = () => setEdited({ id: newId(), settings: newQueue(partners[0]?.id ?? '') });
  useCommands([{ id: 'add queue', title: t('queue.add'), run: add }]);
  if (edited) return <QueueEditor key={edited.id} queue={edited} close={() => setEdited(null)} />;
  return (
    <Page
      wide
      title={t('settings.section.queues')}
      actions={
        <Button onClick={add} disabled={partners.length === 0}>
          {t('queue.add')}
        </Button>
      }
    >
      <Table
        label={t('settings.section.queues')}
        rows={queues.data}
        columns={columns}
        keyOf={queue => queue.id}
        empty={<p>{t(partners.length === 0 ? 'queue.partnerFirst' : 'queue.none')}</p>}
        open={setEdited}
        problem={problem}
        actions={queue => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('emergency.named', { name: queue.settings.name })}
            onClick={() => setStopped(queue)}
          >
            {t('emergency.short')}
          </Button>
        )}
      />
      {stopped && <EmergencyDialog queue={stopped} close={() => setStopped(null)} />}
    </Page>
  );
}

function useColumns(): Column<ListQueuesQueueView>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  const calendars = useOrganisation().data?.openingCalendars;
  const emergencies = useEmergencies().data;
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('settings.name'),
        width: '18%',
        value: ({ settings }) => settings.name,
        cell: ({ settings }) => <b>{settings.name}</b>,
      },
      {
        id: 'partner',
        title: t('settings.partner'),
        choices: true,
        value: ({ settings }) => partners.find(partner => partner.id === settings.partnerId)?.name,
      },
      {
        id: 'channels',
        title: t('queue.channels'),
        choices: true,
        secondary: true,
        value: ({ settings }) => settings.channels.map(channel => t(`channel.${channel}`)).join(separator),
      },
      { id: 'steps', title: t('queue.steps'), width: '24%', value: ({ settings }) => settings.steps },
      {
        id: 'target',
        title: t('queue.target'),
        width: '110px',
        value: ({ settings }) =>
          t('queue.targetShort', {
            share: percentage(settings.targetBasisPoints),
            seconds: settings.targetSeconds,
          }),
      },
      {
        id: 'hours',
        title: t('queue.hours'),
        choices: true,
        value: ({ id, settings }) =>
          emergencies?.some(emergency => emergency.queueId === id)
            ? t('emergency.state')
            : (calendars?.find(calendar => calendar.id === settings.openingCalendarId)?.name ??
              t('queue.alwaysOpen')),
      },
    ],
    [t, partners, calendars, emergencies],
  );
}
