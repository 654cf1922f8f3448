import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShowTodayResponse } from '../../shared/api';
import { count, decimal, share } from '../../shared/format';
import { get } from '../../shared/http';
import { Card } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import { objections } from './objections';
import styles from './PlanningPage.module.css';

type Props = { queueId: string; country: string | null };

/** What the rest of today will bring, from what the day has brought so far. */
export function TodayCard({ queueId, country }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const holidays = country ? `&country=${country}` : '';
  const today = useQuery({
    queryKey: ['today', queueId, country],
    queryFn: ({ signal }) =>
      get<ShowTodayResponse>(`/workforce/today?queueId=${queueId}${holidays}`, { signal }),
  });
  return (
    <Card title={t('planning.today')}>
      {today.error && (
        <p role="alert" className={styles.problem}>
          {objections(today.error) || problemText(today.error)}
        </p>
      )}
      {today.data && <Rest today={today.data} />}
    </Card>
  );
}

function Rest({ today }: { today: ShowTodayResponse }) {
  const { t } = useTranslation();
  const came = today.values.slice(0, today.slotsOver);
  return (
    <>
      <p>
        {t('planning.todaySum', {
          came: count(Math.round(sum(came))),
          expected: count(Math.round(sum(today.values))),
          usual: count(Math.round(sum(today.usual))),
          level: share(today.level),
        })}
      </p>
      <details className={styles.numbers}>
        <summary>{t('planning.numbers')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('planning.slot')}</th>
              <th scope="col">{t('planning.came')}</th>
              <th scope="col">{t('planning.expected')}</th>
              <th scope="col">{t('planning.within')}</th>
              <th scope="col">{t('planning.before')}</th>
            </tr>
          </thead>
          <tbody>
            {today.starts.map((start, at) => (
              <tr key={start}>
                <th scope="row">{start}</th>
                <td>{at < today.slotsOver ? decimal(today.values[at]!) : '–'}</td>
                <td>{at < today.slotsOver ? '–' : decimal(today.values[at]!)}</td>
                <td>
                  {today.low[at] == null
                    ? '–'
                    : `${decimal(today.low[at])} – ${decimal(today.high[at] ?? 0)}`}
                </td>
                <td>{decimal(today.usual[at]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function sum(values: number[]) {
  return values.reduce((all, one) => all + one, 0);
}
