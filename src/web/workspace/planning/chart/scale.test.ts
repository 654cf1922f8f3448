import { expect, test } from 'vitest';
import { band, line, steps, ticks } from './scale';

test('values beside a chart are round and reach its top', () => {
  expect(ticks(73)).toEqual([0, 20, 40, 60, 80]);
  expect(ticks(1)).toEqual([0, 1]);
  expect(ticks(3)).toEqual([0, 1, 2, 3]);
  expect(ticks(0)).toEqual([0, 1]);
  for (const most of [0.4, 7, 12.5, 999, 1234]) expect(ticks(most).at(-1)).toBeGreaterThanOrEqual(most);
});

test('a line has a gap where nothing is known', () => {
  expect(line([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }])).toBe('M0,1L1,2M3,4');
});

test('a band goes along one line and back along the other', () => {
  const low = [
    { x: 0, y: 9 },
    { x: 1, y: 8 },
  ];
  expect(
    band(
      [
        { x: 0, y: 1 },
        { x: 1, y: 2 },
      ],
      low,
    ),
  ).toBe('M0,1L1,2L1,8L0,9Z');
});

test('steps are level', () => {
  expect(steps([5, 3], 10, 4)).toBe('M10,5H14L14,3H18');
});
