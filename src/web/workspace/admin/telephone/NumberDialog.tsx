import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListNumbersNumberView } from '../../../shared/api';
import { put } from '../../../shared/http';
import { newId } from '../../../shared/identity';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { useForm } from '../../shell/useForm';
import { useOrganisation, useQueues } from '../settings/organisation';
import { ChoiceField } from './fields';
import styles from './PlanEditor.module.css';
import { usePlans } from './telephone';

/** A number: to which queue its callers go, and what they go through on the way. */
export function NumberDialog(props: { number: ListNumbersNumberView | null; close: () => void }) {
  const { t } = useTranslation();
  const { number, close } = props;
  const queues = useQueues().data ?? [];
  const languages = useOrganisation().data?.skills.filter(skill => skill.kind === 'language') ?? [];
  const plans = usePlans().data ?? [];
  const partners = usePartners();
  const [id] = useState(() => number?.id ?? newId());
  const [chosen, setQueue] = useState(number?.queueId ?? null);
  const [languageId, setLanguage] = useState(number?.languageId ?? null);
  const [planId, setPlan] = useState(number?.answeringPlanId ?? null);
  const [greeting, setGreeting] = useState(number?.greeting ?? 'ringing');
  const queueId = chosen ?? queues[0]?.id ?? null;
  const partnerId = queues.find(queue => queue.id === queueId)?.settings.partnerId;
  const form = useForm(['telephone-numbers'], async fields => {
    await put(`/telephone-numbers/${id}`, {
      version: number?.version ?? 0,
      number: String(fields.get('number')).replace(/[\s().-]/g, ''),
      queueId,
      languageId,
      greeting,
      answeringPlanId: plans.some(plan => plan.id === planId && plan.partnerId === partnerId) ? planId : null,
    });
    close();
  });
  const title = number?.number ?? t('answering.addNumber');
  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <TextInput
          name="number"
          type="tel"
          label={t('answering.number')}
          description={t('answering.numberHint')}
          required
          defaultValue={number?.number}
          error={form.wrong('number')}
        />
        <div className={styles.fields}>
          <ChoiceField
            label={t('answering.queue')}
            value={queueId}
            choices={queues.map(queue => ({
              id: queue.id,
              name: `${partners.find(one => one.id === queue.settings.partnerId)?.name ?? ''} · ${queue.settings.name}`,
            }))}
            wrong={form.wrong('queueId')}
            change={setQueue}
          />
          <ChoiceField
            label={t('answering.plan')}
            none={t('answering.noPlan')}
            value={planId}
            choices={plans.filter(plan => plan.partnerId === partnerId)}
            wrong={form.wrong('answeringPlanId')}
            change={setPlan}
          />
          <ChoiceField
            label={t('answering.language')}
            none={t('answering.anyLanguage')}
            value={languageId}
            choices={languages}
            wrong={form.wrong('languageId')}
            change={setLanguage}
          />
          {!planId && (
            <ChoiceField
              label={t('answering.greeting')}
              value={greeting}
              choices={(['ringing', 'music'] as const).map(kind => ({
                id: kind,
                name: t(`answering.greetings.${kind}`),
              }))}
              wrong={form.wrong('greeting')}
              change={kind => setGreeting(kind ?? 'ringing')}
            />
          )}
        </div>
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
