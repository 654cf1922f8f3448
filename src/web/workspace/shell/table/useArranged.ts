import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type Arrangement, arrange, arrangeInTurns, plainTexts } from './arrange';
import type { Column } from './column';

/** A list of more rows is arranged while the page goes on. */
const rowsMax = 2_000;

/** Rows as they are wanted; of a long list, what was shown before until it is arranged. */
export function useArranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  latest: Arrangement,
  language: string,
): readonly Row[] {
  const wanted = useDeferredValue(latest);
  const isLong = rows.length > rowsMax;
  const [long, setLong] = useState<readonly Row[]>();
  // Rows that came anew are other objects: what is known of the former ones goes with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are the reason to forget.
  const textOf = useMemo(() => plainTexts(columns), [rows, columns]);
  const short = useMemo(
    () => (isLong ? undefined : arrange(rows, columns, wanted, language, textOf)),
    [isLong, rows, columns, wanted, language, textOf],
  );

  useEffect(() => {
    if (!isLong) return;
    const stop = new AbortController();
    arrangeInTurns(rows, columns, wanted, language, textOf, stop.signal).then(setLong, wrong => {
      if (!stop.signal.aborted) throw wrong;
    });
    return () => stop.abort();
  }, [isLong, rows, columns, wanted, language, textOf]);

  return short ?? long ?? rows;
}
