import { useTranslation } from 'react-i18next';
import type { ForecastView } from '../../shared/api';
import { count, dateName, decimal, share } from '../../shared/format';
import { Card } from '../shell/Page';
import { DayChart } from './DayChart';
import styles from './PlanningPage.module.css';
import type { Need } from './useNeed';

type Props = {
  forecast: ForecastView;
  need: Need;
  day: number;
  slot: number;
  chooseDay: (day: number) => void;
  chooseSlot: (slot: number) => void;
};

/** How many agents a day needs, slot by slot: the picture, and behind it the numbers. */
export function DayCard({ forecast, need, day, slot, chooseDay, chooseSlot }: Props) {
  const { t } = useTranslation();
  const expected = need.expected[day]!;
  const high = need.high?.[day];
  const hours = (agents: number) => count(Math.round((agents * forecast.slotMinutes) / 60));
  const sum = (part: 'agents' | 'scheduled') => expected.reduce((all, one) => all + one[part], 0);
  return (
    <Card title={t('planning.need')}>
      <div className={styles.fields}>
        <label>
          {t('planning.day')}
          <select value={day} onChange={event => chooseDay(Number(event.currentTarget.value))}>
            {forecast.days.map((one, at) => (
              <option key={one.date} value={at}>
                {dateName(one.date)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('planning.slot')}
          <select value={slot} onChange={event => chooseSlot(Number(event.currentTarget.value))}>
            {forecast.starts.map((start, at) => (
              <option key={start} value={at}>
                {start}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.sum}>
          {t('planning.daySum', {
            contacts: count(
              Math.round(forecast.days[day]!.values.reduce<number>((all, one) => all + (one ?? 0), 0)),
            ),
            hours: hours(sum('agents')),
            paid: hours(sum('scheduled')),
          })}
        </p>
      </div>
      <DayChart forecast={forecast} day={day} need={expected} high={high} slot={slot} choose={chooseSlot} />
      <details className={styles.numbers}>
        <summary>{t('planning.numbers')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('planning.slot')}</th>
              <th scope="col">{t('planning.contacts')}</th>
              <th scope="col">{t('planning.within')}</th>
              <th scope="col">{t('planning.agentsHead')}</th>
              <th scope="col">{t('planning.agentsCautious')}</th>
              <th scope="col">{t('planning.scheduled')}</th>
              <th scope="col">{t('planning.serviceLevel')}</th>
              <th scope="col">{t('planning.occupancy')}</th>
            </tr>
          </thead>
          <tbody>
            {forecast.starts.map((start, at) => (
              <tr key={start}>
                <th scope="row">{start}</th>
                <td>{decimal(forecast.days[day]!.values[at] ?? 0)}</td>
                <td>{bounds(at)}</td>
                <td>{count(expected[at]!.agents)}</td>
                <td>{high ? count(high[at]!.agents) : '–'}</td>
                <td>{count(expected[at]!.scheduled)}</td>
                <td>{shareOf(expected[at]!.serviceLevel)}</td>
                <td>{shareOf(expected[at]!.occupancy)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );

  function bounds(at: number) {
    const { low, high: upper } = forecast.days[day]!;
    return low && upper ? `${decimal(low[at] ?? 0)} – ${decimal(upper[at] ?? 0)}` : '–';
  }
}

function shareOf(value: number | null) {
  return value == null ? '–' : share(value);
}
