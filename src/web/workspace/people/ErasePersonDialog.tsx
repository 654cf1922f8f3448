import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../shared/api';
import { post } from '../../shared/http';
import { ErasureReport } from '../admin/retention/ErasureReport';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useForm } from '../shell/useForm';
import type { Person } from './person';

/** Erases a deactivated account after saying what goes, then says what was kept and why. */
export function ErasePersonDialog({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const [report, setReport] = useState<Erasure | null>(null);
  const form = useForm(['people', 'erasures', 'agents', 'directory'], async () => {
    if (report) close();
    else setReport(await post<Erasure>(`/people/${person.id}/erasure`));
  });
  const title = t(report ? 'retention.report' : 'people.erase');
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        {report ? (
          <ErasureReport erasure={report} />
        ) : (
          <p>{t('retention.personWhat', { name: person.name })}</p>
        )}
        {report ? (
          <Button type="submit">{t('words.close')}</Button>
        ) : (
          <Button type="submit" color="var(--breach)" loading={form.busy}>
            {t('retention.person')}
          </Button>
        )}
      </FormDialog>
    </Dialog>
  );
}
