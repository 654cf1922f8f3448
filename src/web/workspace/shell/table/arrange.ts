import { type CellValue, type Column, type Order, separator } from './column';

export type Arrangement = {
  text: string;
  /** Chosen value by column. */
  choices: Readonly<Record<string, string>>;
  order: Order | null;
};

/** Rows that hold every word of the text and every chosen value, in the order asked for; ties stay as they came. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  wanted: Arrangement,
  language: string,
  textOf: (row: Row) => string = plainTexts(columns),
): readonly Row[] {
  const found = filtered(rows, columns, wanted, textOf);
  const compare = comparison(columns, wanted, language);
  return compare ? found.toSorted(compare) : found;
}

/** Rows of a long list that are arranged before the page gets its turn. */
const rowsAtOnce = 500;

/** The same for a long list, in turns with what else the page has to do, so that no key waits for it. */
export async function arrangeInTurns<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  wanted: Arrangement,
  language: string,
  textOf: (row: Row) => string,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const turn = turns(signal);
  let runs: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    runs.push(arrange(rows.slice(at, at + rowsAtOnce), columns, wanted, language, textOf));
    await turn();
  }
  const compare = comparison(columns, wanted, language);
  if (!compare) return runs.flat();
  while (runs.length > 1) {
    const longer: (readonly Row[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(await merged(runs[at]!, runs[at + 1] ?? [], compare, turn));
    runs = longer;
  }
  return runs[0] ?? [];
}

/** The values of a column, each once, in the language's order. */
export function choicesOf<Row>(rows: readonly Row[], column: Column<Row>, language: string): string[] {
  const values = new Set<string>();
  for (const row of rows) for (const value of valuesOf(column.value(row))) values.add(value);
  return [...values].sort(new Intl.Collator(language, { numeric: true }).compare);
}

/** Finds a row's words by which it is filtered, each row's once: a long list is asked again with every letter. */
export function plainTexts<Row>(columns: readonly Column<Row>[]): (row: Row) => string {
  const known = new Map<Row, string>();
  return row => {
    let text = known.get(row);
    if (text === undefined) {
      text = plain(columns.map(column => column.value(row) ?? '').join('\n'));
      known.set(row, text);
    }
    return text;
  };
}

/** Small letters without their marks, so that "lodz" finds "Łódź". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łıøđß]/g, letter => letters[letter]!);
}

const letters: Record<string, string> = { ł: 'l', ı: 'i', ø: 'o', đ: 'd', ß: 'ss' };

function filtered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  wanted: Arrangement,
  textOf: (row: Row) => string,
) {
  const words = plain(wanted.text).split(/\s+/).filter(Boolean);
  const chosen = columns.filter(column => wanted.choices[column.id]);
  if (words.length === 0 && chosen.length === 0) return rows;
  return rows.filter(row => {
    if (!chosen.every(column => valuesOf(column.value(row)).includes(wanted.choices[column.id]!)))
      return false;
    return words.every(word => textOf(row).includes(word));
  });
}

function valuesOf(value: CellValue): string[] {
  return value == null || value === '' ? [] : String(value).split(separator);
}

/** Of two runs that are in order, one; ties as they came. */
async function merged<Row>(
  one: readonly Row[],
  other: readonly Row[],
  compare: (one: Row, other: Row) => number,
  turn: () => Promise<void>,
) {
  const all: Row[] = [];
  let [first, second] = [0, 0];
  while (first < one.length && second < other.length) {
    all.push(compare(other[second]!, one[first]!) < 0 ? other[second++]! : one[first++]!);
    if (all.length % rowsAtOnce === 0) await turn();
  }
  return all.concat(one.slice(first), other.slice(second));
}

const turnMs = 12;

/** Lets the page have its turn when ours has lasted; throws once nobody wants the result any more. */
function turns(signal: AbortSignal) {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < turnMs) return;
    await new Promise(resolve => setTimeout(resolve));
    signal.throwIfAborted();
    began = performance.now();
  };
}

function comparison<Row>(columns: readonly Column<Row>[], wanted: Arrangement, language: string) {
  const column = columns.find(known => known.id === wanted.order?.column);
  if (!column) return null;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const direction = wanted.order?.descending ? -1 : 1;
  const known = new Map<Row, CellValue>();
  const cellOf = (row: Row) => {
    if (!known.has(row)) known.set(row, column.value(row));
    return known.get(row);
  };
  return (one: Row, other: Row) => compared(cellOf(one), cellOf(other), direction, compare);
}

/** What is missing comes last in both directions. */
function compared(
  one: CellValue,
  other: CellValue,
  direction: number,
  compare: (one: string, other: string) => number,
) {
  const missing = Number(one == null || one === '') - Number(other == null || other === '');
  if (missing !== 0 || one == null || other == null) return missing;
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * compare(String(one), String(other));
}
