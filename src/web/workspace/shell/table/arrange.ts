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
  const column = columns.find(known => known.id === wanted.order?.column);
  if (!column || !wanted.order) return found;
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  const direction = wanted.order.descending ? -1 : 1;
  return found
    .map(row => ({ row, value: column.value(row) }))
    .sort((one, other) => compared(one.value, other.value, direction, compare))
    .map(entry => entry.row);
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
