import { expect, test } from 'vitest';
import { periodsOf, textOf, withExceptions } from './hoursText';

test('periods are read as people type them', () => {
  expect(periodsOf(' 08:00 – 12:00,13:00-16:30, ')).toEqual(['08:00-12:00', '13:00-16:30']);
  expect(periodsOf('')).toEqual([]);
  expect(textOf(['08:00-12:00', '13:00-16:30'])).toBe('08:00-12:00, 13:00-16:30');
});

test('holidays join the days that are there, and change none of them', () => {
  const own = { date: '2026-12-24', name: 'Christmas Eve', periods: ['08:00-12:00'] };
  const eve = { date: '2026-12-24', name: 'Wigilia', periods: [] };
  const newYear = { date: '2026-01-01', name: 'Nowy Rok', periods: [] };
  expect(withExceptions([own], [eve, newYear])).toEqual([newYear, own]);
});
