import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowRetentionPartnerRetention, ShowRetentionResponse } from '../../../shared/api';
import { get, put } from '../../../shared/http';
import { useCommands } from '../../palette/commands';
import { Card, Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { toast } from '../../shell/toast';
import { useForm } from '../../shell/useForm';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { EraseCustomerDialog } from './EraseCustomerDialog';
import { Erasures } from './Erasures';
import { RetentionDialog } from './RetentionDialog';
import styles from './RetentionSection.module.css';

/** How long what is known of people is kept, and the erasure of those who ask for it. */
export function RetentionSection() {
  const { t } = useTranslation();
  const retention = useQuery({
    queryKey: ['retention'],
    queryFn: () => get<ShowRetentionResponse>('/retention'),
  });
  const [changed, setChanged] = useState<ShowRetentionPartnerRetention | null>(null);
  const [erasing, setErasing] = useState(false);
  useCommands([{ id: 'erase customer', title: t('retention.erase'), run: () => setErasing(true) }]);
  return (
    <Page
      title={t('settings.section.retention')}
      actions={
        <Button variant="default" onClick={() => setErasing(true)}>
          {t('retention.erase')}
        </Button>
      }
    >
      <Card>
        <p>{t('retention.what')}</p>
      </Card>
      <div className={styles.list}>
        <Table
          label={t('settings.section.retention')}
          rows={retention.data?.partners}
          columns={useColumns()}
          keyOf={row => row.partnerId}
          empty={<p>{t('retention.none')}</p>}
          open={setChanged}
          problem={useQueryProblem(retention)}
        />
      </div>
      <Card title={t('retention.audit')}>
        {retention.data && <AuditDays key={retention.data.auditDays} days={retention.data.auditDays} />}
      </Card>
      <Erasures />
      {changed && <RetentionDialog retention={changed} close={() => setChanged(null)} />}
      {erasing && <EraseCustomerDialog close={() => setErasing(false)} />}
    </Page>
  );
}

function useColumns(): Column<ShowRetentionPartnerRetention>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  return useMemo(
    () => [
      {
        id: 'partner',
        title: t('retention.partner'),
        value: row => partners.find(partner => partner.id === row.partnerId)?.name,
        cell: row => <b>{partners.find(partner => partner.id === row.partnerId)?.name}</b>,
      },
      {
        id: 'conversations',
        title: t('retention.conversations'),
        value: row => row.conversationDays ?? t('retention.forGood'),
        cell: row =>
          row.conversationDays ? t('retention.days', { days: row.conversationDays }) : t('retention.forGood'),
      },
      {
        id: 'files',
        title: t('retention.files'),
        value: row => row.fileDays ?? t('retention.asConversation'),
        cell: row =>
          row.fileDays ? t('retention.days', { days: row.fileDays }) : t('retention.asConversation'),
      },
    ],
    [t, partners],
  );
}

function AuditDays({ days }: { days: number | null }) {
  const { t } = useTranslation();
  const form = useForm(['retention'], async fields => {
    await put('/audit/retention', { days: Number(fields.get('days')) || null });
    toast(t('settings.saved'));
  });
  return (
    <form onSubmit={event => void form.submit(event)}>
      <TextInput
        name="days"
        type="number"
        label={t('retention.auditDays')}
        description={t('retention.auditHint')}
        defaultValue={days ?? ''}
        error={form.wrong('days') ?? form.problem}
      />
      <Button type="submit" loading={form.busy} variant="default">
        {t('words.save')}
      </Button>
    </form>
  );
}
