import type { ReactNode } from 'react';

/** What of a row stands in a cell, as plain text or number: by it the list is sorted, filtered and exported. */
export type CellValue = string | number | null | undefined;

/** One column of a list. */
export type Column<Row> = {
  id: string;
  title: string;
  value: (row: Row) => CellValue;
  /** What is shown, where that is more than the value. */
  cell?: (row: Row) => ReactNode;
  /** CSS width; columns without one share what is left. */
  width?: string;
  /** Numbers stand at the right, and begin with the highest when sorted first. */
  numeric?: boolean;
  /** Offers the column's values as a filter of its own. A row may have several, separated by `separator`. */
  choices?: boolean;
  /** Narrow screens leave the column out. */
  secondary?: boolean;
};

export type Order = { column: string; descending: boolean };

/** Between several values of one cell, in a filter and in a file. */
export const separator = ', ';
