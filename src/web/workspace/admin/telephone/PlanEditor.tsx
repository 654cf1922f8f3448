import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, Refused } from '../../../shared/http';
import { newId } from '../../../shared/identity';
import { queries } from '../../queries';
import { Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import { useProblemText } from '../../shell/problem';
import { toast } from '../../shell/toast';
import { useOrganisation, useQueues } from '../settings/organisation';
import { ChoiceField } from './fields';
import { PathInWords } from './PathInWords';
import styles from './PlanEditor.module.css';
import { type StepChoices, StepsEditor } from './StepsEditor';
import { usualSteps } from './steps';
import { type Plan, usePrompts } from './telephone';

/** What callers of a number go through, with the path in plain words beside it as it is changed. */
export function PlanEditor({ plan, close }: { plan: Plan | null; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const partners = usePartners();
  const [id] = useState(() => plan?.id ?? newId());
  const [name, setName] = useState(plan?.name ?? '');
  const [partnerId, setPartner] = useState(plan?.partnerId ?? null);
  const [steps, setSteps] = useState(plan?.steps ?? usualSteps());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = refusal instanceof Refused ? refusal.errors : undefined;
  const wrong = (field: string) => errors?.[field]?.join(' ');
  const partner = partnerId ?? partners[0]?.id ?? '';
  const choices = useStepChoices(partner);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await put(`/answering-plans/${id}`, {
        version: plan?.version ?? 0,
        partnerId: partner,
        name: name.trim(),
        steps,
      });
      toast(t('settings.saved'));
      close();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['answering-plans'] });
    }
  }

  return (
    <Page
      title={plan?.name ?? t('answering.addPlan')}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          <Button type="submit" form="plan" loading={busy}>
            {t('words.save')}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <form id="plan" onSubmit={event => void save(event)}>
          {Boolean(refusal) && !errors && <p role="alert">{problemText(refusal)}</p>}
          <TextInput
            label={t('settings.name')}
            required
            value={name}
            error={wrong('name')}
            onChange={event => setName(event.currentTarget.value)}
          />
          {!plan && (
            <ChoiceField
              label={t('settings.partner')}
              value={partner}
              choices={partners}
              wrong={wrong('partnerId')}
              change={setPartner}
            />
          )}
          <StepsEditor
            steps={steps}
            change={setSteps}
            choices={choices}
            field="steps"
            wrong={wrong}
            label={t('answering.steps')}
          />
        </form>
        <section className={styles.path} aria-label={t('answering.path')}>
          <h2>{t('answering.path')}</h2>
          <PathInWords steps={steps} choices={choices} />
        </section>
      </div>
    </Page>
  );
}

function useStepChoices(partner: string): StepChoices {
  const queues = useQueues().data;
  const skills = useOrganisation().data?.skills;
  const prompts = usePrompts().data;
  return useMemo(
    () => ({
      queues: (queues ?? [])
        .filter(queue => queue.settings.partnerId === partner)
        .map(queue => ({ id: queue.id, name: queue.settings.name })),
      languages: (skills ?? [])
        .filter(skill => skill.kind === 'language')
        .map(skill => ({ id: skill.id, name: skill.name })),
      prompts: [
        ...new Set([
          ...(prompts?.own ?? []).filter(own => own.partnerId === partner).map(own => own.name),
          ...(prompts?.words ?? []).map(words => words.name).filter(isForPlans),
        ]),
      ],
    }),
    [queues, skills, prompts, partner],
  );
}

/** Those that steps say by themselves, with numbers and keys in them, are nothing to be chosen. */
const isForPlans = (name: string) => !/^(press|callback|position|wait)-/.test(name);
