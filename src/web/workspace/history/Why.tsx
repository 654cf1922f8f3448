import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChoiceView, HistoryEvent, WaitView } from '../../shared/api';
import { timeOfDay } from '../../shared/format';
import { Obstacle } from '../floor/Obstacle';
import { requirementWords } from '../floor/requirement';
import { useProblemText } from '../shell/problem';
import { choiceOf, useExplanation, waitsOf } from './explanation';
import styles from './Why.module.css';

type Asked = { contactId: string; events: HistoryEvent[]; event: HistoryEvent };

/** "Why?" beside an event: why this agent, or why it waited, as the router decided it then. */
export function Why(asked: Asked) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <button
        type="button"
        className={styles.ask}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t('explanation.ask')}
      </button>
      <div id={panel} hidden={!open} className={styles.why}>
        {open && <Answer {...asked} />}
      </div>
    </>
  );
}

function Answer({ contactId, events, event }: Asked) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data: told, error } = useExplanation(contactId);
  if (error) return <p>{problemText(error)}</p>;
  if (!told) return <p>{t('explanation.asking')}</p>;
  if (event.kind === 'offered') return <Choice choice={choiceOf(told, event)} isCut={told.isCut} />;
  const waits = waitsOf(told, events, event);
  if (waits.length === 0) return <p>{t(told.isCut ? 'explanation.cut' : 'explanation.atOnce')}</p>;
  return waits.map(wait => <Wait key={wait.from} wait={wait} />);
}

function Wait({ wait }: { wait: WaitView }) {
  const { t } = useTranslation();
  const { why, until } = wait;
  const needs = why.named ?? (why.steps[0] ? requirementWords(why.steps[0].requires, t) : '');
  return (
    <>
      <p>
        {until
          ? t('explanation.waited', { until: timeOfDay(until), needs })
          : t('explanation.waits', { needs })}
      </p>
      <Obstacles obstacles={why.obstacles} at={wait.from} />
      {why.obstacles.length === 0 && <p>{t('whyWaiting.nobody')}</p>}
    </>
  );
}

function Choice({ choice, isCut }: { choice: ChoiceView | undefined; isCut: boolean }) {
  const { t } = useTranslation();
  if (!choice) return <p>{t(isCut ? 'explanation.cut' : 'explanation.byPerson')}</p>;
  const why = choice.reasons;
  if (!why) return <p>{t('explanation.otherRules')}</p>;
  return (
    <>
      {why.freedAgent && (
        <p>
          {why.claimCount === 0
            ? t('explanation.tookOnly', { name: why.freedAgent.name })
            : t('explanation.took', { name: why.freedAgent.name, count: why.claimCount + 1 })}
        </p>
      )}
      {why.byQueue && (
        <p>
          {t('explanation.chose', { count: why.contenderCount, order: t(`queue.selection.${why.order}`) })}
        </p>
      )}
      <ul>
        {why.contenders.map(one => (
          <li key={one.agent.id}>
            {t('explanation.contender', { name: one.agent.name, time: timeOfDay(one.idleSince) })}
          </li>
        ))}
      </ul>
      <Obstacles obstacles={why.obstacles} at={choice.at} />
    </>
  );
}

function Obstacles({ obstacles, at }: { obstacles: WaitView['why']['obstacles']; at: string }) {
  return (
    <ul>
      {obstacles.map(obstacle => (
        <li key={`${obstacle.kind} ${obstacle.missing.map(part => part.name).join()}`}>
          <Obstacle obstacle={obstacle} at={Date.parse(at)} />
        </li>
      ))}
    </ul>
  );
}
