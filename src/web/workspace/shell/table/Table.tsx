import { Button } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from './arrange';
import type { Column, Order } from './column';
import { csvOf, download } from './csv';
import styles from './Table.module.css';
import { TableBar } from './TableBar';
import { TableHead } from './TableHead';
import { useArranged } from './useArranged';
import { useWindow } from './useWindow';

type Props<Row> = {
  /** What the list holds; also the name of its file. */
  label: string;
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined;
  /** The same array from one drawing to the next (`useMemo`), for with new columns a long list is sorted anew. */
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** What will appear here and how to get it, for a list without rows. */
  empty: ReactNode;
  /** In what order it begins; as the rows come when left out. */
  order?: Order;
  /** What a press on a row, or Enter, does. */
  open?: (row: Row) => void;
  /** At the right end of a row: a menu or a button. */
  actions?: (row: Row) => ReactNode;
  /** Rows that no longer count are drawn quietly. */
  isQuiet?: (row: Row) => boolean;
  /** Why the rows did not come, in words, and how to ask again. */
  problem?: { text: string; retry: () => void } | undefined;
  /** For lists that come in pieces: asks for the next one. */
  reachEnd?: (() => void) | undefined;
  /** More filters, beside those of the columns. */
  extra?: ReactNode;
};

const noRows: readonly never[] = [];
const rowHeight = 44;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * Every list of the workspace: sorts, filters, exports CSV, and draws only the rows in sight. Up, Down, Page and Home move
 * from row to row, Enter opens one. Give it a parent of limited height (`<Page wide>`), and it scrolls within.
 */
export function Table<Row>(props: Props<Row>) {
  const { t, i18n } = useTranslation();
  const { rows, columns, label, open } = props;
  const [wanted, setWanted] = useState<Arrangement>({ text: '', choices: {}, order: props.order ?? null });
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = useArranged(rows ?? noRows, columns, wanted, i18n.language);
  const sight = useWindow(scroller, shown.length, rowHeight);
  const at = Math.min(active, Math.max(0, shown.length - 1));
  const { reachEnd } = props;
  const atEnd = rows !== undefined && sight.last >= shown.length;

  useEffect(() => {
    if (atEnd) reachEnd?.();
  }, [atEnd, reachEnd]);

  function steer(event: KeyboardEvent) {
    if (event.target instanceof HTMLElement && event.target.closest('button, a, input, select')) return;
    if (event.key === 'Enter' && shown[at]) open?.(shown[at]);
    const next = { Home: 0, End: shown.length - 1 }[event.key] ?? at + (steps[event.key] ?? Number.NaN);
    if (Number.isNaN(next)) return;
    event.preventDefault();
    focusRow(Math.max(0, Math.min(shown.length - 1, next)));
  }

  function focusRow(index: number) {
    setActive(index);
    const element = scroller.current!;
    const top = index * rowHeight;
    const room = element.clientHeight - 2 * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        body.current?.querySelector<HTMLElement>(`[aria-rowindex="${index + 2}"]`)?.focus(),
      ),
    );
  }

  return (
    <div className={styles.table} aria-busy={!rows && !props.problem}>
      <TableBar
        label={label}
        rows={rows ?? noRows}
        shown={shown.length}
        columns={columns}
        wanted={wanted}
        want={setWanted}
        exportFile={() => download(`${label}.csv`, csvOf(shown, columns), 'text/csv')}
        extra={props.extra}
      />
      <div
        ref={scroller}
        className={styles.scroller}
        role="region"
        aria-label={label}
        tabIndex={shown.length === 0 ? -1 : 0}
        onKeyDown={steer}
      >
        <table
          aria-label={label}
          aria-rowcount={shown.length + 1}
          style={{ '--columns': columns.filter(column => !column.secondary).length } as CSSProperties}
        >
          <colgroup>
            {columns.map(column => (
              <col key={column.id} style={{ width: column.width }} data-secondary={column.secondary} />
            ))}
            {props.actions && <col className={styles.actions} />}
          </colgroup>
          <TableHead
            columns={columns}
            order={wanted.order}
            sort={order => setWanted({ ...wanted, order })}
            hasActions={Boolean(props.actions)}
          />
          <tbody ref={body}>
            {sight.above > 0 && <tr style={{ height: sight.above }} />}
            {shown.slice(sight.first, sight.last).map((row, n) => (
              <tr
                key={props.keyOf(row)}
                aria-rowindex={sight.first + n + 2}
                tabIndex={-1}
                className={styles.row}
                data-opens={Boolean(open)}
                data-quiet={props.isQuiet?.(row)}
                onFocus={() => setActive(sight.first + n)}
                onClick={event => isOnRow(event.target) && open?.(row)}
              >
                {columns.map(column => (
                  <td
                    key={column.id}
                    title={String(column.value(row) ?? '')}
                    data-numeric={column.numeric}
                    data-secondary={column.secondary}
                  >
                    {column.cell ? column.cell(row) : column.value(row)}
                  </td>
                ))}
                {props.actions && <td className={styles.actions}>{props.actions(row)}</td>}
              </tr>
            ))}
            {sight.below > 0 && <tr style={{ height: sight.below }} />}
          </tbody>
        </table>
        {rows?.length === 0 && <div className={styles.empty}>{props.empty}</div>}
        {rows && rows.length > 0 && shown.length === 0 && (
          <p className={styles.empty}>{t('table.nothingFound')}</p>
        )}
        {props.problem && (
          <div className={styles.empty} role="alert">
            <p>{props.problem.text}</p>
            <Button size="compact-sm" variant="default" onClick={props.problem.retry}>
              {t('table.retry')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Buttons and menus within a row have their own meaning. */
function isOnRow(target: EventTarget) {
  return target instanceof Element && !target.closest('button, a, input, select, [role=menu]');
}
