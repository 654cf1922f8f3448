import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListQueuesQueueView, MakeForecastRequest } from '../../shared/api';
import { countryName, share } from '../../shared/format';
import { exampleSeries } from './example';
import styles from './PlanningPage.module.css';

type Props = {
  queues: ListQueuesQueueView[];
  make: (request: MakeForecastRequest) => void;
  stop: () => void;
  /** In [0, 1] while one is on its way. */
  progress: number | null;
  problem: string | undefined;
};

const countries = ['ES', 'FR', 'GB', 'PL', 'PT', 'TR'];
const weeksAhead = [1, 2, 4, 8];
const pasted = 'pasted';

/** What to forecast, and how far: a queue's history, or a series from elsewhere. */
export function SourceForm({ queues, make, stop, progress, problem }: Props) {
  const { t } = useTranslation();
  const problemId = useId();
  const [source, setSource] = useState('');
  const [text, setText] = useState('');
  const chosen = source || queues[0]?.id || pasted;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    make({
      ...(chosen === pasted ? { text, queueId: null } : { queueId: chosen, text: null }),
      likeQueueId: String(fields.get('like') ?? '') || null,
      country: String(fields.get('country')) || null,
      days: 7 * Number(fields.get('weeks')),
    });
  }

  return (
    <form className={styles.source} onSubmit={submit} aria-describedby={problem ? problemId : undefined}>
      <div className={styles.fields}>
        <label>
          {t('planning.historyOf')}
          <select value={chosen} onChange={event => setSource(event.currentTarget.value)}>
            {queues.map(queue => (
              <option key={queue.id} value={queue.id}>
                {queue.settings.name}
              </option>
            ))}
            <option value={pasted}>{t('planning.pasted')}</option>
          </select>
        </label>
        {chosen !== pasted && queues.length > 1 && (
          <label>
            {t('planning.like')}
            <select name="like" key={chosen}>
              <option value="">{t('planning.likeNone')}</option>
              {queues
                .filter(queue => queue.id !== chosen)
                .map(queue => (
                  <option key={queue.id} value={queue.id}>
                    {queue.settings.name}
                  </option>
                ))}
            </select>
          </label>
        )}
        <label>
          {t('planning.holidays')}
          <select name="country">
            <option value="">{t('planning.noHolidays')}</option>
            {countries.map(code => (
              <option key={code} value={code}>
                {countryName(code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('planning.ahead')}
          <select name="weeks" defaultValue={2}>
            {weeksAhead.map(weeks => (
              <option key={weeks} value={weeks}>
                {t('planning.weeks', { weeks })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen === pasted && (
        <div className={styles.series}>
          <label>
            {t('planning.series')}
            <textarea
              rows={7}
              required
              spellCheck={false}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              placeholder={'date,start,value\n2026-11-30,09:00,112\n2026-11-30,09:30,118'}
            />
          </label>
          <button type="button" className={styles.quiet} onClick={() => setText(exampleSeries())}>
            {t('planning.example')}
          </button>
        </div>
      )}
      {problem && (
        <p role="alert" id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.run}>
        {progress === null ? (
          <Button type="submit">{t('planning.make')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={stop}>
              {t('planning.stop')}
            </Button>
            <progress value={progress} aria-label={t('planning.trying')} />
            <span>
              {t('planning.trying')} {share(Math.round(progress * 100) / 100)}
            </span>
          </>
        )}
      </div>
    </form>
  );
}
