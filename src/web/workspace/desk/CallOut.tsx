import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CallOutResponse,
  ListCallingNumbersNumberView,
  ListCallingNumbersResponse,
} from '../../shared/api';
import { get, post } from '../../shared/http';
import { useCommands } from '../palette/commands';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { useForm } from '../shell/useForm';
import styles from './CallOut.module.css';

/** The way to call somebody; not there for those in whose partners' names nobody calls. */
export function CallOut() {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const numbers = useQuery({
    queryKey: ['calling-numbers'],
    queryFn: () => get<ListCallingNumbersResponse>('/calls/from'),
    staleTime: 60_000,
  }).data?.numbers;
  const may = Boolean(numbers?.length);
  useCommands(may ? [{ id: 'call-out', title: t('callOut.title'), run: () => setAsks(true) }] : []);
  if (!numbers || !may) return null;
  return (
    <>
      <button type="button" className={styles.call} onClick={() => setAsks(true)}>
        {t('callOut.title')}
      </button>
      {asks && <CallOutDialog numbers={numbers} close={() => setAsks(false)} />}
    </>
  );
}

/** Asks whom to call, and whose number he sees. */
function CallOutDialog({ numbers, close }: { numbers: ListCallingNumbersNumberView[]; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm(['desk'], async fields => {
    const { contactId } = await post<CallOutResponse>('/calls', {
      number: String(fields.get('number')).trim(),
      fromId: String(fields.get('from')),
    });
    close();
    void navigate({ to: '/desk/$contactId', params: { contactId } });
  });
  return (
    <Dialog label={t('callOut.title')} close={close}>
      <FormDialog title={t('callOut.title')} submit={form.submit} problem={form.problem}>
        <p>{t('callOut.hint')}</p>
        <TextInput name="number" type="tel" autoComplete="off" label={t('callback.number')} required />
        <label className={styles.field}>
          {t('callOut.from')}
          <select name="from">
            {numbers.map(one => (
              <option key={one.id} value={one.id}>
                {one.partnerName} · {one.queueName} · {one.number}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" loading={form.busy}>
          {t('callOut.call')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
