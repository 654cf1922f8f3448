import { useTranslation } from 'react-i18next';
import type { ForecastView, ShowNeedSlotNeed } from '../../shared/api';
import { count, dateName, decimal } from '../../shared/format';
import { Chart } from './chart/Chart';
import styles from './chart/Chart.module.css';
import { Legend, type Mark } from './chart/Legend';
import { steps } from './chart/scale';

type Props = {
  forecast: ForecastView;
  day: number;
  need: ShowNeedSlotNeed[];
  high: ShowNeedSlotNeed[] | undefined;
  slot: number;
  choose: (slot: number) => void;
};

const labelPx = 46;

/** Agents by slot of a day: for what is expected, and for the upper bound of the interval. */
export function DayChart({ forecast, day, need, high, slot, choose }: Props) {
  const { t } = useTranslation();
  const { starts } = forecast;
  const values = forecast.days[day]!.values;
  const most = Math.max(1, ...need.map(one => one.agents), ...(high?.map(one => one.agents) ?? []));
  const entries: [Mark, string][] = [['agents', t('planning.agentsNeeded')]];
  if (high) entries.push(['cautious', t('planning.agentsCautious')]);
  return (
    <>
      <Legend entries={entries} />
      <Chart
        label={t('planning.needPicture', { day: dateName(forecast.days[day]!.date) })}
        most={most}
        height={190}
      >
        {({ left, width, bottom, y }) => {
          const one = width / starts.length;
          const every = Math.ceil(labelPx / one);
          return (
            <>
              {need.map((slotNeed, at) => (
                <rect
                  key={starts[at]}
                  className={styles.agents}
                  data-chosen={at === slot}
                  x={left + at * one + 0.5}
                  width={Math.max(1, one - 1)}
                  y={y(slotNeed.agents)}
                  height={bottom - y(slotNeed.agents)}
                />
              ))}
              <path
                className={styles.expected}
                d={steps(
                  need.map(other => y(other.agents)),
                  left,
                  one,
                )}
              />
              {high && (
                <path
                  className={styles.cautious}
                  d={steps(
                    high.map(other => y(other.agents)),
                    left,
                    one,
                  )}
                />
              )}
              <rect className={styles.chosen} x={left + slot * one} width={one} y={0} height={bottom} />
              {starts.map((start, at) => (
                <g key={start}>
                  {at % every === 0 && (
                    <text className={styles.tick} x={left + at * one} y={bottom + 17}>
                      {start}
                    </text>
                  )}
                  {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the list of slots beside the chart does the same. */}
                  <rect
                    className={styles.place}
                    x={left + at * one}
                    width={one}
                    y={0}
                    height={bottom}
                    onClick={() => choose(at)}
                  >
                    <title>
                      {t('planning.slotTold', {
                        start,
                        contacts: decimal(values[at] ?? 0),
                        agents: count(need[at]!.agents),
                      })}
                    </title>
                  </rect>
                </g>
              ))}
            </>
          );
        }}
      </Chart>
    </>
  );
}
