import { expect, test } from 'vitest';
import { csvOf } from './csv';

const columns = [
  { id: 'name', title: 'Name', value: (row: { name: string }) => row.name },
  { id: 'balance', title: 'Sum, total', value: () => -3 },
];

test('a file quotes what would break a line', () =>
  expect(csvOf([{ name: 'a "b"\nc' }], columns)).toBe('\uFEFFName,"Sum, total"\r\n"a ""b""\nc",-3\r\n'));

test('a file runs no formula that somebody typed as a name', () =>
  expect(csvOf([{ name: '=HYPERLINK("x")' }], columns)).toContain(`"'=HYPERLINK(""x"")"`));
