import { expect, test } from 'vitest';
import { clock, languageName, secondsSince } from './format';

test.each([
  [0, '0:00'],
  [8, '0:08'],
  [600, '10:00'],
  [3723, '1:02:03'],
])('%i seconds read %s', (seconds, text) => expect(clock(seconds)).toBe(text));

test('an instant that lies ahead of a slow clock counts as now', () =>
  expect(secondsSince('2026-05-04T10:00:01Z', Date.parse('2026-05-04T10:00:00Z'))).toBe(0));

test('a language that nobody knows has no name', () => expect(languageName('')).toBe(''));
