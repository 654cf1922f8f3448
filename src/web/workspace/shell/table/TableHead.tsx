import { useTranslation } from 'react-i18next';
import type { Column, Order } from './column';
import styles from './Table.module.css';

type Props<Row> = {
  columns: readonly Column<Row>[];
  order: Order | null;
  sort: (order: Order | null) => void;
  hasActions: boolean;
};

/** The names of the columns; a press sorts by one, another turns the order, a third lets it go. */
export function TableHead<Row>({ columns, order, sort, hasActions }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(column => {
          const mine = order?.column === column.id ? order : null;
          return (
            <th
              key={column.id}
              scope="col"
              title={column.title}
              aria-sort={mine ? (mine.descending ? 'descending' : 'ascending') : 'none'}
              data-numeric={column.numeric}
              data-secondary={column.secondary}
            >
              <button type="button" className={styles.sort} onClick={() => sort(turned(column, mine))}>
                {column.title}
                <span aria-hidden="true">{mine ? (mine.descending ? '↓' : '↑') : ''}</span>
              </button>
            </th>
          );
        })}
        {hasActions && (
          <th scope="col">
            <span className="for-screen-readers">{t('words.actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function turned<Row>(column: Column<Row>, now: Order | null): Order | null {
  const first = Boolean(column.numeric);
  if (!now) return { column: column.id, descending: first };
  return now.descending === first ? { column: column.id, descending: !first } : null;
}
