import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../shared/format';
import { type Arrangement, choicesOf } from './arrange';
import type { Column } from './column';
import styles from './Table.module.css';

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  shown: number;
  columns: readonly Column<Row>[];
  wanted: Arrangement;
  want: (next: Arrangement) => void;
  exportFile: () => void;
  extra?: ReactNode;
};

/** Above a list: search, a filter for each column that has choices, how many rows there are, and the file. */
export function TableBar<Row>({ label, rows, shown, columns, wanted, want, exportFile, extra }: Props<Row>) {
  const { t, i18n } = useTranslation();
  // A scroll draws the bar too: a long list is not walked through for that.
  const filters = useMemo(
    () =>
      columns
        .filter(column => column.choices)
        .map(column => ({ column, choices: choicesOf(rows, column, i18n.language) })),
    [rows, columns, i18n.language],
  );
  return (
    <div className={styles.bar} role="search" aria-label={label}>
      <input
        type="search"
        placeholder={t('table.filter')}
        aria-label={t('table.filter')}
        value={wanted.text}
        onChange={event => want({ ...wanted, text: event.currentTarget.value })}
      />
      {filters.map(({ column, choices }) => (
        <select
          key={column.id}
          aria-label={column.title}
          value={wanted.choices[column.id] ?? ''}
          data-on={Boolean(wanted.choices[column.id])}
          onChange={event =>
            want({ ...wanted, choices: { ...wanted.choices, [column.id]: event.currentTarget.value } })
          }
        >
          <option value="">{t('table.any', { column: column.title })}</option>
          {choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ))}
      {extra}
      <output className={styles.count} aria-live="polite">
        {shown === rows.length
          ? t('table.rows', { rows: rows.length })
          : t('table.shown', { shown: count(shown), rows: count(rows.length) })}
      </output>
      <Button size="compact-sm" variant="default" disabled={shown === 0} onClick={exportFile}>
        {t('table.export')}
      </Button>
    </div>
  );
}
