import { expect, test } from 'vitest';
import { sumOf } from './past';

test('sums the queues point by point', () => {
  expect(sumOf([{ waiting: [0, 2, 5] }, { waiting: [1, 0, 3] }])).toEqual([1, 2, 8]);
});

test('has no points without queues', () => {
  expect(sumOf([])).toEqual([]);
});
