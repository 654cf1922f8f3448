import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOutgoingAlarmsAlarmView, ListOutgoingAlarmsResponse } from '../../../shared/api';
import { dateAndTime } from '../../../shared/format';
import { get } from '../../../shared/http';
import { usePartners } from '../../shell/partners';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import styles from './TelephoneSection.module.css';

/** Who wanted to call what is not allowed, or more than is. */
export function OutgoingAlarms() {
  const { t } = useTranslation();
  const partners = usePartners();
  const alarms = useQuery({
    queryKey: ['outgoing-alarms'],
    queryFn: async () => (await get<ListOutgoingAlarmsResponse>('/calls/alarms')).alarms,
  });
  const columns = useMemo<Column<ListOutgoingAlarmsAlarmView>[]>(
    () => [
      { id: 'at', title: t('callOut.at'), value: alarm => alarm.at, cell: alarm => dateAndTime(alarm.at) },
      { id: 'agent', title: t('answering.agent'), choices: true, value: alarm => alarm.agentName },
      {
        id: 'partner',
        title: t('settings.partner'),
        choices: true,
        value: alarm => partners.find(partner => partner.id === alarm.partnerId)?.name,
      },
      {
        id: 'why',
        title: t('callOut.why'),
        value: alarm => t(`callOut.reasons.${alarm.why as 'calls-used-up'}`),
      },
      { id: 'prefix', title: t('callOut.prefix'), value: alarm => `${alarm.prefix}…` },
    ],
    [t, partners],
  );
  return (
    <section className={styles.list}>
      <h2>{t('callOut.alarms')}</h2>
      <Table
        label={t('callOut.alarms')}
        rows={alarms.data}
        columns={columns}
        keyOf={alarm => alarm.id}
        empty={<p>{t('callOut.noAlarms')}</p>}
        problem={useQueryProblem(alarms)}
      />
    </section>
  );
}
