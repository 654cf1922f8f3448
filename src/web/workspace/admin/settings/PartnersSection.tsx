import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowOrganisationPartnerView } from '../../../shared/api';
import { languageName } from '../../../shared/format';
import { useCommands } from '../../palette/commands';
import { Page } from '../../shell/Page';
import { PartnerMark } from '../../shell/PartnerMark';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useRemoval } from '../../shell/useRemoval';
import { useOrganisation, useQueues } from './organisation';
import { PartnerDialog } from './PartnerDialog';
import styles from './PartnersSection.module.css';
import { RemoveButton } from './RemoveButton';

/** The client companies for which the centre works. */
export function PartnersSection() {
  const { t } = useTranslation();
  const organisation = useOrganisation();
  const removal = useRemoval('organisation', 'session');
  const [edited, setEdited] = useState<ShowOrganisationPartnerView | 'new' | null>(null);
  useCommands([{ id: 'add partner', title: t('partner.add'), run: () => setEdited('new') }]);
  return (
    <Page
      wide
      title={t('settings.section.partners')}
      actions={<Button onClick={() => setEdited('new')}>{t('partner.add')}</Button>}
    >
      <Table
        label={t('settings.section.partners')}
        rows={organisation.data?.partners}
        columns={useColumns()}
        keyOf={partner => partner.id}
        empty={<p>{t('partner.none')}</p>}
        open={setEdited}
        problem={useQueryProblem(organisation)}
        actions={partner => (
          <RemoveButton name={partner.name} onRemove={() => void removal(`/partners/${partner.id}`)} />
        )}
      />
      {edited && <PartnerDialog partner={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </Page>
  );
}

function useColumns(): Column<ShowOrganisationPartnerView>[] {
  const { t } = useTranslation();
  const queues = useQueues().data;
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('settings.name'),
        value: partner => partner.name,
        cell: partner => (
          <span className={styles.partner}>
            <PartnerMark id={partner.id} />
            <b>{partner.name}</b>
          </span>
        ),
      },
      {
        id: 'languages',
        title: t('partner.languages'),
        value: partner => partner.languages.map(languageName).join(separator),
      },
      {
        id: 'queues',
        title: t('settings.section.queues'),
        numeric: true,
        width: '120px',
        value: partner => queues?.filter(queue => queue.settings.partnerId === partner.id).length,
      },
    ],
    [t, queues],
  );
}
