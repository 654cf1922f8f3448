import { expect, test } from 'vitest';
import { dispositionsOf, linesOf } from './dispositions';

const before = [
  { id: '1', name: 'Bought', heading: null, usual: true },
  { id: '2', name: 'Late', heading: 'Delivery', usual: false },
];

test('two levels are written as lines and read again with their identity', () => {
  expect(linesOf(before)).toBe('* Bought\nDelivery > Late');
  expect(dispositionsOf(linesOf(before), before)).toEqual(before);
});

test('a new line is a new disposition, an empty one is none', () => {
  const [late, damaged, ...rest] = dispositionsOf('Delivery>Late\n\n Delivery > Damaged ', before);
  expect(late).toEqual(before[1]);
  expect(damaged).toMatchObject({ name: 'Damaged', heading: 'Delivery' });
  expect(rest).toEqual([]);
});

test('another line stands ready when its star does', () => {
  const [bought, late] = dispositionsOf('Bought\n*Delivery > Late', before);
  expect(bought).toEqual({ ...before[0], usual: false });
  expect(late).toEqual({ ...before[1], usual: true });
});
