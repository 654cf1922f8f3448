import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../shared/api';
import { useWindow } from '../shell/table/useWindow';
import { Result } from './Result';
import styles from './Results.module.css';

type Props = {
  found: readonly HistoryEntry[];
  waiting: boolean;
  /** What is shown answers an earlier question; the answer to this one is on its way. */
  stale: boolean;
  problem: boolean;
  retry: () => void;
  open: string | undefined;
  choose: (contactId: string) => void;
  reachEnd: (() => void) | undefined;
};

/** Styles and arithmetic agree on it, so that only what is in sight is drawn. */
const rowHeight = 78;
const endIsNear = 10;

export function Results({ found, waiting, stale, problem, retry, open, choose, reachEnd }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, above, below } = useWindow(scroller, found.length, rowHeight);
  const chosen = found.findIndex(entry => entry.contactId === open);

  useEffect(() => {
    if (last + endIsNear > found.length) reachEnd?.();
  }, [last, found.length, reachEnd]);

  useEffect(() => {
    const element = scroller.current!;
    if (chosen < 0) return;
    const top = chosen * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
  }, [chosen]);

  return (
    <div ref={scroller} className={styles.results} data-stale={stale} aria-busy={waiting || stale}>
      {problem ? (
        <div className={styles.nothing} role="alert">
          <p>{t('history.problem')}</p>
          <Button variant="default" mt="sm" onClick={retry}>
            {t('serverAway.retry')}
          </Button>
        </div>
      ) : found.length === 0 && !waiting ? (
        <p className={styles.nothing}>{t('history.nothing')}</p>
      ) : (
        <ul style={{ paddingTop: above, paddingBottom: below }}>
          {found.slice(first, last).map(entry => (
            <Result
              key={entry.contactId}
              entry={entry}
              isOpen={entry.contactId === open}
              open={() => choose(entry.contactId)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
