import { useTranslation } from 'react-i18next';

const names = {
  'seasonal naive': 'naive',
  'mean of 4 same weekdays': 'mean4',
  'mean of 8 same weekdays': 'mean8',
  'median of 8 same weekdays': 'median8',
  'regression on the calendar': 'regression',
  'double-seasonal exponential smoothing': 'smoothing',
  'seasonal decomposition': 'decomposition',
  'mean of the three best': 'ensemble',
} as const;

/** A forecasting method in the reader's words; of several, their mean is meant. */
export function useMethodName(): (method: string) => string {
  const { t } = useTranslation();
  return method =>
    method
      .split(' + ')
      .map(one => (one in names ? t(`planning.method.${names[one as keyof typeof names]}`) : one))
      .join(' + ');
}
