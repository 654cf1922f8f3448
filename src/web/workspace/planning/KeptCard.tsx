import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareForecastResponse, KeptForecast } from '../../shared/api';
import { count, dateAndTime, dateName, share } from '../../shared/format';
import { get } from '../../shared/http';
import { Card } from '../shell/Page';
import styles from './PlanningPage.module.css';
import { useMethodName } from './useMethodName';

/** @property made How many forecasts were made since the page was opened: one more, and the list is asked for anew. */
type Props = { queueId: string; made: number };

/** What was believed earlier, and what came of it: every forecast of a queue is kept. */
export function KeptCard({ queueId, made }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const kept = useQuery({
    queryKey: ['kept forecasts', queueId, made],
    queryFn: ({ signal }) => get<KeptForecast[]>(`/workforce/forecasts?queueId=${queueId}`, { signal }),
  }).data;
  const id = kept?.some(one => one.id === chosen) ? chosen : kept?.[0]?.id;
  const compared = useQuery({
    queryKey: ['kept forecast', id],
    queryFn: ({ signal }) => get<CompareForecastResponse>(`/workforce/forecasts/${id}`, { signal }),
    enabled: id !== undefined,
  }).data;
  if (!kept || kept.length === 0) return null;
  return (
    <Card title={t('planning.believed')}>
      <div className={styles.fields}>
        <label>
          {t('planning.madeAt')}
          <select value={id} onChange={event => setChosen(event.currentTarget.value)}>
            {kept.map(one => (
              <option key={one.id} value={one.id}>
                {dateAndTime(one.madeAt)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {compared && <Compared compared={compared} />}
    </Card>
  );
}

function Compared({ compared }: { compared: CompareForecastResponse }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const { forecast } = compared;
  return (
    <>
      <p>
        {t('planning.saw', {
          method: methodName(forecast.method),
          contacts: count(forecast.seenContacts),
          from: dateName(forecast.seenFrom),
          until: dateName(forecast.origin),
        })}{' '}
        {compared.wapePct == null
          ? t('planning.nothingOver')
          : t('planning.wasOff', { off: share(compared.wapePct / 100), held: heldOf(compared.heldPct) })}
      </p>
      <table className={styles.methods}>
        <thead>
          <tr>
            <th scope="col">{t('planning.day')}</th>
            <th scope="col">{t('planning.expected')}</th>
            <th scope="col">{t('planning.came')}</th>
            <th scope="col">{t('planning.off')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.days.map(one => {
            const said = sum(one.said.values.map(value => value ?? 0));
            const came = one.came && sum(one.came) + one.cameElsewhen;
            return (
              <tr key={one.said.date}>
                <th scope="row">{dateName(one.said.date)}</th>
                <td>{count(Math.round(said))}</td>
                <td>{came == null ? '–' : count(came)}</td>
                <td>{came == null ? '–' : t('planning.changeShort', { change: Math.round(came - said) })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function heldOf(percent: number | null) {
  return percent == null ? '–' : share(percent / 100);
}

function sum(values: number[]) {
  return values.reduce((all, one) => all + one, 0);
}
