import { useTranslation } from 'react-i18next';
import type { ForecastView } from '../../shared/api';
import { dateName, decimal, share } from '../../shared/format';
import { Card } from '../shell/Page';
import styles from './PlanningPage.module.css';
import { useMethodName } from './useMethodName';

/** How far each method would have been off in the last weeks, and what in the past is unlike the rest. */
export function BackTestCard({ forecast }: { forecast: ForecastView }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  return (
    <Card title={t('planning.backTest')}>
      <p>{t('planning.backTestHint')}</p>
      {forecast.methods.length === 0 ? (
        <p>{t('planning.tooShort')}</p>
      ) : (
        <table className={styles.methods}>
          <thead>
            <tr>
              <th scope="col">{t('planning.methodHead')}</th>
              {(['wape', 'smape', 'mase'] as const).map(measure => (
                <th key={measure} scope="col" title={t(`planning.measureHint.${measure}`)}>
                  {t(`planning.measure.${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forecast.methods.map(one => (
              <tr key={one.name} data-chosen={one.chosen}>
                <th scope="row">{one.chosen ? t('planning.choice') : methodName(one.name)}</th>
                <td>{percent(one.wapePct)}</td>
                <td>{percent(one.smapePct)}</td>
                <td>{one.mase == null ? '–' : decimal(one.mase)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {[...forecast.gaps, ...forecast.outliers].length > 0 && (
        <details className={styles.odd}>
          <summary>{t('planning.odd', { count: forecast.outliers.length + forecast.gaps.length })}</summary>
          <ul>
            {forecast.outliers.map(one => (
              <li key={`${one.date} ${one.start}`}>
                {t('planning.outlier', {
                  when: `${dateName(one.date)}${one.start ? `, ${one.start}` : ''}`,
                  came: decimal(one.came),
                  expected: decimal(one.expected),
                })}
              </li>
            ))}
            {forecast.gaps.map(gap => (
              <li key={gap}>{t('planning.gap', { gap })}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function percent(value: number | null) {
  return value == null ? '–' : share(value / 100);
}
