import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOutgoingRulesResponse, ListOutgoingRulesRuleView } from '../../../shared/api';
import { get, remove } from '../../../shared/http';
import { usePartners } from '../../shell/partners';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useAttempt } from '../../shell/useAttempt';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { RemoveButton } from '../settings/RemoveButton';
import { OutgoingDialog } from './OutgoingDialog';
import styles from './TelephoneSection.module.css';

/** What agents may call in which partners' names, and how often. */
export function OutgoingTable() {
  const { t } = useTranslation();
  const { attempt } = useAttempt('outgoing-rules');
  const partners = usePartners();
  const rules = useQuery({
    queryKey: ['outgoing-rules'],
    queryFn: async () => (await get<ListOutgoingRulesResponse>('/outgoing-rules')).rules,
  });
  const [open, setOpen] = useState<ListOutgoingRulesRuleView | 'new' | null>(null);
  const nameOf = useMemo(() => new Map(partners.map(partner => [partner.id, partner.name])), [partners]);
  const columns = useMemo<Column<ListOutgoingRulesRuleView>[]>(
    () => [
      {
        id: 'partner',
        title: t('settings.partner'),
        value: rule => nameOf.get(rule.partnerId),
        cell: rule => <b>{nameOf.get(rule.partnerId)}</b>,
      },
      { id: 'prefixes', title: t('callOut.prefixes'), value: rule => rule.prefixes.join(', ') },
      { id: 'agentCalls', title: t('callOut.agentCalls'), value: rule => rule.agentCalls, numeric: true },
      { id: 'allCalls', title: t('callOut.allCalls'), value: rule => rule.allCalls, numeric: true },
    ],
    [t, nameOf],
  );
  const free = partners.filter(partner => !rules.data?.some(rule => rule.partnerId === partner.id));
  return (
    <section className={styles.list}>
      <h2>
        {t('callOut.rules')}
        {free.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {t('callOut.addRule')}
          </Button>
        )}
      </h2>
      <Table
        label={t('callOut.rules')}
        rows={rules.data}
        columns={columns}
        keyOf={rule => rule.partnerId}
        empty={<p>{t('callOut.noRules')}</p>}
        open={setOpen}
        problem={useQueryProblem(rules)}
        actions={rule => (
          <RemoveButton
            name={nameOf.get(rule.partnerId) ?? ''}
            onRemove={() => void attempt(() => remove(`/partners/${rule.partnerId}/outgoing`))}
          />
        )}
      />
      {open && (
        <OutgoingDialog
          rule={open === 'new' ? null : open}
          partners={open === 'new' ? free : partners}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}
