import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepView, WhyWaitingView } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { clock } from '../../shared/format';
import { get } from '../../shared/http';
import type { Floor, FloorContact } from '../../shared/model';
import { useProblemText } from '../shell/problem';
import { ContactActions } from './ContactActions';
import { Obstacle } from './Obstacle';
import { requirementWords } from './requirement';
import styles from './WhyWaiting.module.css';

const askAgainMs = 2000;

/** Why a contact still waits, in the router's own words, and what can be done about it. */
export function WhyWaiting({ contact, floor }: { contact: FloorContact; floor: Floor }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data: why, error } = useQuery({
    queryKey: ['why-waiting', contact.contactId],
    queryFn: () => get<WhyWaitingView>(`/contacts/${contact.contactId}/obstacles`),
    refetchInterval: askAgainMs,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the reasons are there it is as high as it will be.
  useEffect(() => {
    // Braces: some browsers answer with a promise, which is no way to end an effect.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [why === undefined]);
  return (
    <div ref={panel} className={styles.why}>
      {error ? <p>{problemText(error)}</p> : why && <Reasons why={why} />}
      {!why && !error && <p>{t('whyWaiting.asking')}</p>}
      <ContactActions contact={contact} floor={floor} />
    </div>
  );
}

function Reasons({ why }: { why: WhyWaitingView }) {
  const { t } = useTranslation();
  const who = why.customerName ?? t('whyWaiting.somebody');
  return (
    <>
      <p>
        <b>{t('whyWaiting.title', { who, queue: why.queue.name })}</b>{' '}
        {why.named
          ? t('whyWaiting.named', { name: why.named })
          : why.steps[0] && <Needs steps={why.steps} until={why.stepUntil ?? null} />}
      </p>
      <ul>
        {why.obstacles.map(obstacle => (
          <li key={`${obstacle.kind} ${obstacle.missing.map(part => part.name).join()}`}>
            <Obstacle obstacle={obstacle} />
          </li>
        ))}
        {why.obstacles.length === 0 && <li>{t('whyWaiting.nobody')}</li>}
      </ul>
    </>
  );
}

/** "It needs Polish 3 for another 8 s, then Polish 2." */
function Needs({ steps, until }: { steps: StepView[]; until: string | null }) {
  const { t } = useTranslation();
  const now = useNow();
  const needs = requirementWords(steps[0]!.requires, t);
  if (!until || !steps[1]) return t('whyWaiting.needs', { needs });
  const left = clock(Math.max(0, Math.ceil((Date.parse(until) - now) / 1000)));
  return t('whyWaiting.needsUntil', { needs, left, next: requirementWords(steps[1].requires, t) });
}
