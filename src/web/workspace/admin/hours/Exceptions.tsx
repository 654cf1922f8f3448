import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursException, PublicHoliday } from '../../../shared/api';
import { get } from '../../../shared/http';
import { Icon } from '../../shell/Icon';
import { useAttempt } from '../../shell/useAttempt';
import styles from './CalendarDialog.module.css';
import { periodsOf, textOf, withExceptions } from './hoursText';

type Props = {
  exceptions: HoursException[];
  change: (exceptions: HoursException[]) => void;
  wrong: (field: string) => string | undefined;
};

const countries = ['PL', 'GB', 'ES', 'PT', 'FR', 'TR'] as const;
const yearsAhead = 3;

/** Days that differ: typed one by one, or a country's public holidays of a year at once. */
export function Exceptions({ exceptions, change, wrong }: Props) {
  const { t, i18n } = useTranslation();
  const { attempt, busy } = useAttempt();
  const thisYear = new Date().getFullYear();
  const [country, setCountry] = useState<string>('PL');
  const [year, setYear] = useState(thisYear);
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });

  async function addHolidays() {
    const found = await attempt(() => get<PublicHoliday[]>(`/holidays?country=${country}&year=${year}`));
    if (found)
      change(
        withExceptions(
          exceptions,
          found.map(day => ({ ...day, periods: [] })),
        ),
      );
  }

  function set(index: number, part: Partial<HoursException>) {
    change(exceptions.map((exception, n) => (n === index ? { ...exception, ...part } : exception)));
  }

  return (
    <fieldset className={styles.exceptions}>
      <legend>{t('hours.exceptions')}</legend>
      <p>{t('hours.exceptionsHint')}</p>
      <div className={styles.holidays}>
        <select
          aria-label={t('hours.country')}
          value={country}
          onChange={event => setCountry(event.currentTarget.value)}
        >
          {countries.map(code => (
            <option key={code} value={code}>
              {names.of(code)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('hours.year')}
          value={year}
          onChange={event => setYear(Number(event.currentTarget.value))}
        >
          {Array.from({ length: yearsAhead + 1 }, (_, n) => thisYear + n).map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void addHolidays()}>
          {t('hours.addHolidays')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change([...exceptions, { date: '', name: '', periods: [] }])}
        >
          {t('hours.addDay')}
        </Button>
      </div>
      {exceptions.map((exception, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days have no identity of their own while they are typed.
        <div key={n} className={styles.exception}>
          <TextInput
            type="date"
            aria-label={t('hours.date')}
            required
            value={exception.date}
            onChange={event => set(n, { date: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('settings.name')}
            placeholder={t('settings.name')}
            value={exception.name}
            onChange={event => set(n, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('hours.periods')}
            placeholder={t('hours.closed')}
            defaultValue={textOf(exception.periods)}
            onBlur={event => set(n, { periods: periodsOf(event.currentTarget.value) })}
            error={exception.date ? wrong(`hours.exceptions.${exception.date}`) : undefined}
          />
          <button
            type="button"
            aria-label={t('settings.removeNamed', { name: exception.name || exception.date })}
            onClick={() => change(exceptions.filter((_, other) => other !== n))}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </fieldset>
  );
}
