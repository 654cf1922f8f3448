import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WidgetView } from '../../../shared/api';
import { get } from '../../../shared/http';
import type { Person } from '../../people/person';
import { Icon } from '../../shell/Icon';
import { Card, Page } from '../../shell/Page';
import { useAgents, useOrganisation, useQueues } from '../settings/organisation';
import { Snippet } from '../widget/Snippet';
import styles from './StartSection.module.css';

const steps = ['partner', 'person', 'skills', 'queue', 'widget'] as const;

type Step = (typeof steps)[number];

/** The steps that are sections of the settings. */
const sectionOf: Partial<Record<Step, string>> = { partner: 'partners', skills: 'skills', queue: 'queues' };

/** The way from an empty centre to a chat on one's own page. What is done is seen from what is there. */
export function StartSection() {
  const { t } = useTranslation();
  const done = useDone();
  const widgets = useWidgets();
  const next = done && steps.find(step => !done[step]);
  return (
    <Page title={t('settings.section.start')}>
      <Card>
        <p>{t('start.what')}</p>
        <ol className={styles.steps}>
          {steps.map(step => (
            <li key={step} data-done={done?.[step]} aria-current={step === next ? 'step' : undefined}>
              <span className={styles.mark}>
                {done?.[step] && <Icon name="check" size={16} />}
                <span className="for-screen-readers">{done?.[step] ? t('start.done') : ''}</span>
              </span>
              <div>
                <StepLink step={step} />
                <p>{t(`start.how.${step}`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </Card>
      {widgets?.[0] && (
        <>
          <Snippet widgetKey={widgets[0].key} />
          <Card title={t('start.try')}>
            <p>{t('start.tryHow')}</p>
            <Button mt="sm" onClick={() => openChat(widgets[0]!.key)}>
              {t('start.tryIt')}
            </Button>
          </Card>
        </>
      )}
    </Page>
  );
}

function StepLink({ step }: { step: Step }) {
  const { t } = useTranslation();
  const section = sectionOf[step];
  const title = t(`start.step.${step}`);
  if (!section) return <Link to={step === 'person' ? '/people' : '/widgets'}>{title}</Link>;
  return (
    <Link to="/settings/$section" params={{ section }}>
      {title}
    </Link>
  );
}

function useWidgets() {
  return useQuery({ queryKey: ['widgets'], queryFn: () => get<WidgetView[]>('/widgets') }).data;
}

function useDone(): Record<Step, boolean> | undefined {
  const organisation = useOrganisation().data;
  const queues = useQueues().data;
  const agents = useAgents().data;
  const widgets = useWidgets();
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Person[]>('/people') }).data;
  if (!organisation || !queues || !agents || !widgets || !people) return undefined;
  return {
    partner: organisation.partners.length > 0,
    person: people.some(person => person.roles.includes('agent')),
    skills: agents.some(agent => agent.settings.skills.length > 0),
    queue: queues.length > 0,
    widget: widgets.length > 0,
  };
}

/** Puts the real chat into the corner of this page, as the tag does on any page. */
function openChat(key: string) {
  const script = document.createElement('script');
  script.src = '/widget/loader.js';
  script.dataset.key = key;
  document.body.append(script);
}
