import type { CellValue, Column } from './column';

/** Spreadsheets run a cell that begins so as a formula. */
const formula = /^[=+\-@\t\r]/;

/** The rows as RFC 4180 has it, with a mark by which spreadsheets know that it is UTF-8. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(column => field(column.title)),
    ...rows.map(row => columns.map(column => field(column.value(row)))),
  ];
  return `\uFEFF${lines.map(line => `${line.join(',')}\r\n`).join('')}`;
}

/** Hands the browser a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function field(value: CellValue): string {
  const text = value == null ? '' : String(value);
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
