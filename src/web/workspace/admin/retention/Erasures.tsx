import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../../shared/api';
import { dateAndTime } from '../../../shared/format';
import { get } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { ErasureReport } from './ErasureReport';
import styles from './RetentionSection.module.css';
import { useCounts } from './useCounts';

const kinds = ['customer', 'person', 'retention'] as const;

/** What was erased so far, each with its report. */
export function Erasures() {
  const { t } = useTranslation();
  const erasures = useQuery({ queryKey: ['erasures'], queryFn: () => get<Erasure[]>('/erasures') });
  const [shown, setShown] = useState<Erasure | null>(null);
  const close = () => setShown(null);
  return (
    <section className={styles.list}>
      <h2>{t('retention.done')}</h2>
      <Table
        label={t('retention.done')}
        rows={erasures.data}
        columns={useColumns()}
        keyOf={erasure => erasure.id}
        empty={<p>{t('retention.noErasures')}</p>}
        open={setShown}
        problem={useQueryProblem(erasures)}
      />
      {shown && (
        <Dialog label={t('retention.report')} close={close}>
          <FormDialog title={t('retention.report')} submit={close} problem="">
            <ErasureReport erasure={shown} />
          </FormDialog>
        </Dialog>
      )}
    </section>
  );
}

function useColumns(): Column<Erasure>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  const counts = useCounts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts follows t.
  return useMemo(
    () => [
      {
        id: 'at',
        title: t('retention.at'),
        value: erasure => erasure.at,
        cell: erasure => dateAndTime(erasure.at),
      },
      {
        id: 'kind',
        title: t('retention.kindTitle'),
        choices: true,
        value: erasure => {
          const kind = kinds.find(known => known === erasure.kind);
          return kind && t(`retention.kind.${kind}`);
        },
      },
      {
        id: 'partner',
        title: t('retention.partner'),
        choices: true,
        value: erasure => partners.find(partner => partner.id === erasure.partnerId)?.name,
      },
      {
        id: 'erased',
        title: t('retention.erased'),
        width: '40%',
        value: erasure =>
          Object.entries(erasure.erased)
            .filter(([, n]) => n > 0)
            .map(([name, n]) => counts(name, n))
            .join(separator),
      },
    ],
    [t, partners],
  );
}
