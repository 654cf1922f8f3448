import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePartners } from '../../shell/partners';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useRemoval } from '../../shell/useRemoval';
import { RemoveButton } from '../settings/RemoveButton';
import styles from './TelephoneSection.module.css';
import { type Plan, useNumbers, usePlans } from './telephone';

/** What callers go through, with the numbers that lead there. */
export function PlansTable({ open }: { open: (plan: Plan) => void }) {
  const { t } = useTranslation();
  const plans = usePlans();
  const numbers = useNumbers().data;
  const partners = usePartners();
  const removal = useRemoval('answering-plans');
  const columns = useMemo<Column<Plan>[]>(
    () => [
      { id: 'name', title: t('settings.name'), value: plan => plan.name, cell: plan => <b>{plan.name}</b> },
      {
        id: 'partner',
        title: t('settings.partner'),
        choices: true,
        value: plan => partners.find(partner => partner.id === plan.partnerId)?.name,
      },
      {
        id: 'steps',
        title: t('answering.steps'),
        value: plan => plan.steps.map(step => t(`answering.step.${step.step}`)).join(' → '),
      },
      {
        id: 'numbers',
        title: t('answering.numbers'),
        secondary: true,
        value: plan =>
          numbers
            ?.filter(number => number.answeringPlanId === plan.id)
            .map(number => number.number)
            .join(separator),
      },
    ],
    [t, partners, numbers],
  );
  return (
    <section className={styles.list}>
      <h2>{t('answering.plans')}</h2>
      <Table
        label={t('answering.plans')}
        rows={plans.data}
        columns={columns}
        keyOf={plan => plan.id}
        empty={<p>{t('answering.noPlans')}</p>}
        open={open}
        problem={useQueryProblem(plans)}
        actions={plan => (
          <RemoveButton name={plan.name} onRemove={() => void removal(`/answering-plans/${plan.id}`)} />
        )}
      />
    </section>
  );
}
