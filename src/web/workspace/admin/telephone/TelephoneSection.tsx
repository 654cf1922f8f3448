import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListNumbersNumberView } from '../../../shared/api';
import { useCommands } from '../../palette/commands';
import { Card, Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useRemoval } from '../../shell/useRemoval';
import { useOrganisation, useQueues } from '../settings/organisation';
import { RemoveButton } from '../settings/RemoveButton';
import { NumberDialog } from './NumberDialog';
import { OutgoingAlarms } from './OutgoingAlarms';
import { OutgoingTable } from './OutgoingTable';
import { PhonesTable } from './PhonesTable';
import { PlanEditor } from './PlanEditor';
import { PlansTable } from './PlansTable';
import styles from './TelephoneSection.module.css';
import type { Plan } from './telephone';
import { useNumbers, usePhones, usePlans } from './telephone';

/** Numbers and what their callers go through, the agents' desk phones, and the carriers' lines. */
export function TelephoneSection() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const removal = useRemoval('telephone-numbers');
  const [number, setNumber] = useState<ListNumbersNumberView | 'new' | null>(null);
  const [plan, setPlan] = useState<Plan | 'new' | null>(null);
  useCommands([
    { id: 'add number', title: t('answering.addNumber'), run: () => setNumber('new') },
    { id: 'add plan', title: t('answering.addPlan'), run: () => setPlan('new') },
  ]);
  const columns = useColumns();
  const problem = useQueryProblem(numbers);
  if (plan) return <PlanEditor plan={plan === 'new' ? null : plan} close={() => setPlan(null)} />;
  return (
    <Page
      title={t('settings.section.telephone')}
      actions={
        <>
          <Button variant="default" onClick={() => setPlan('new')}>
            {t('answering.addPlan')}
          </Button>
          <Button onClick={() => setNumber('new')}>{t('answering.addNumber')}</Button>
        </>
      }
    >
      <Lines />
      <section className={styles.list}>
        <h2>{t('answering.numbers')}</h2>
        <Table
          label={t('answering.numbers')}
          rows={numbers.data}
          columns={columns}
          keyOf={row => row.id}
          empty={<p>{t('answering.noNumbers')}</p>}
          open={setNumber}
          problem={problem}
          actions={row => (
            <RemoveButton name={row.number} onRemove={() => void removal(`/telephone-numbers/${row.id}`)} />
          )}
        />
      </section>
      <PlansTable open={setPlan} />
      <PhonesTable />
      <OutgoingTable />
      <OutgoingAlarms />
      {number && <NumberDialog number={number === 'new' ? null : number} close={() => setNumber(null)} />}
    </Page>
  );
}

/** Whether this machine takes calls, and whether carriers know where it is. */
function Lines() {
  const { t } = useTranslation();
  const phones = usePhones().data;
  if (!phones) return null;
  return (
    <Card title={t('answering.lines')}>
      <p>{t(phones.isOn ? 'answering.isOn' : 'answering.isOff')}</p>
      {phones.trunks.length > 0 && (
        <ul className={styles.lines}>
          {phones.trunks.map(trunk => (
            <li key={trunk.name} data-good={trunk.isRegistered}>
              <b>{trunk.name}</b> {t(trunk.isRegistered ? 'answering.registered' : 'answering.notRegistered')}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useColumns(): Column<ListNumbersNumberView>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  const queues = useQueues().data;
  const skills = useOrganisation().data?.skills;
  const plans = usePlans().data;
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('answering.number'),
        width: '150px',
        value: row => row.number,
        cell: row => <b>{row.number}</b>,
      },
      {
        id: 'partner',
        title: t('settings.partner'),
        choices: true,
        value: row => partners.find(partner => partner.id === row.partnerId)?.name,
      },
      {
        id: 'queue',
        title: t('answering.queue'),
        choices: true,
        value: row => queues?.find(queue => queue.id === row.queueId)?.settings.name,
      },
      {
        id: 'plan',
        title: t('answering.plan'),
        value: row =>
          plans?.find(one => one.id === row.answeringPlanId)?.name ??
          t(row.greeting === 'music' ? 'answering.greetings.music' : 'answering.greetings.ringing'),
      },
      {
        id: 'language',
        title: t('answering.language'),
        secondary: true,
        value: row => skills?.find(skill => skill.id === row.languageId)?.name,
      },
    ],
    [t, partners, queues, skills, plans],
  );
}
