import { useTranslation } from 'react-i18next';
import type { ForecastDay, ForecastView } from '../../shared/api';
import { dateName } from '../../shared/format';
import { Chart, type Frame } from './chart/Chart';
import styles from './chart/Chart.module.css';
import { Legend, type Mark } from './chart/Legend';
import { band, line, type Point } from './chart/scale';

type Props = { forecast: ForecastView; day: number; choose: (day: number) => void };

const pastDays = 14;
const labelPx = 74;

/** What came in the last two weeks and what is expected, with what would have been said of those two weeks. */
export function ForecastChart({ forecast, day, choose }: Props) {
  const { t } = useTranslation();
  const past = forecast.past.slice(-pastDays);
  const days = [...past, ...forecast.days];
  const tested = past.map(one => forecast.tested.find(other => other.date === one.date) ?? null);
  const most = Math.max(
    1,
    ...days.flatMap(one => [...one.values, ...(one.high ?? [])].map(value => value ?? 0)),
  );
  const entries: [Mark, string][] = [
    ['came', t('planning.came')],
    ['expected', t('planning.expected')],
    ['within', t('planning.within')],
  ];
  if (tested.some(Boolean)) entries.push(['tested', t('planning.wouldHave')]);
  return (
    <>
      <Legend entries={entries} />
      <Chart
        label={t('planning.picture', { from: dateName(forecast.days[0]!.date) })}
        most={most}
        height={240}
      >
        {frame => {
          const width = frame.width / days.length;
          const points = (list: (ForecastDay | null)[], first: number, part: Part) =>
            list.flatMap((one, at) => pointsOf(one, frame, first + at, width, forecast.starts.length, part));
          const came = points(past, 0, 'values');
          const every = Math.ceil(labelPx / width);
          return (
            <>
              <rect
                className={styles.chosen}
                x={frame.left + (past.length + day) * width}
                width={width}
                y={0}
                height={frame.bottom}
              />
              <path className={styles.past} d={band(came, floorOf(came, frame.bottom))} />
              <path className={styles.came} d={line(came)} />
              <path className={styles.tested} d={line(points(tested, 0, 'values'))} />
              <path
                className={styles.within}
                d={band(
                  points(forecast.days, past.length, 'high'),
                  points(forecast.days, past.length, 'low'),
                )}
              />
              <path className={styles.expected} d={line(points(forecast.days, past.length, 'values'))} />
              <Now x={frame.left + past.length * width} bottom={frame.bottom} />
              {days.map((one, at) => (
                <g key={one.date}>
                  {at % every === 0 && (days.length - at) * width > labelPx && (
                    <text className={styles.tick} x={frame.left + at * width + 2} y={frame.bottom + 17}>
                      {dateName(one.date, true)}
                    </text>
                  )}
                  {at >= past.length && (
                    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the list of days beside the chart does the same.
                    <rect
                      className={styles.place}
                      x={frame.left + at * width}
                      width={width}
                      y={0}
                      height={frame.bottom}
                      onClick={() => choose(at - past.length)}
                    >
                      <title>{dateName(one.date)}</title>
                    </rect>
                  )}
                </g>
              ))}
            </>
          );
        }}
      </Chart>
    </>
  );
}

type Part = 'values' | 'low' | 'high';

function pointsOf(
  day: ForecastDay | null,
  frame: Frame,
  at: number,
  width: number,
  slots: number,
  part: Part,
) {
  const values = day?.[part];
  // A closed day is no line along the bottom.
  if (!values?.some(Boolean)) return [null];
  return values.map((value, slot): Point | null =>
    value == null ? null : { x: frame.left + (at + (slot + 0.5) / slots) * width, y: frame.y(value) },
  );
}

function floorOf(points: (Point | null)[], bottom: number) {
  return points.map(point => point && { x: point.x, y: bottom });
}

function Now({ x, bottom }: { x: number; bottom: number }) {
  return <line className={styles.now} x1={x} x2={x} y1={0} y2={bottom} />;
}
