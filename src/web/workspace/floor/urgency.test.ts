import { expect, test } from 'vitest';
import type { FloorQueue } from '../../shared/model';
import { earliest, urgencyOfLevel, urgencyOfWait, worstFirst } from './urgency';

const now = Date.parse('2026-05-04T10:00:00Z');

function queue(name: string, waitedSeconds: number | null, level?: number): FloorQueue {
  return {
    id: name,
    name,
    partner: { id: 'p', name: 'Slumber', colour: '#123456' },
    channels: ['chat'],
    waiting: waitedSeconds === null ? 0 : 1,
    open: true,
    opensAt: null,
    able: 1,
    target: { seconds: 20, basisPoints: 8000 },
    longestSince: waitedSeconds === null ? null : new Date(now - waitedSeconds * 1000).toISOString(),
    serviceLevelBasisPoints: level ?? null,
    answered: 0,
    abandoned: 0,
  };
}

test.each([
  [9, 'calm'],
  [10, 'warn'],
  [19, 'warn'],
  [20, 'breach'],
])('a wait of %i seconds against a target of 20 is %s', (waited, urgency) =>
  expect(urgencyOfWait(waited, 20)).toBe(urgency),
);

test.each([
  [8000, 'calm'],
  [7999, 'warn'],
  [7700, 'warn'],
  [7699, 'breach'],
])('a service level of %i against 8000 basis points is %s', (level, urgency) =>
  expect(urgencyOfLevel(queue('Advice', null, level))).toBe(urgency),
);

test('a queue without a figure today is calm', () =>
  expect(urgencyOfLevel(queue('Advice', null))).toBe('calm'));

test('the worst queue stands first: a broken wait, then the lowest level, then by name', () => {
  const queues = [
    queue('Calm', null, 9000),
    queue('Low', null, 7000),
    queue('Broken', 45, 9500),
    queue('Also calm', null, 9000),
  ];
  expect(worstFirst(queues, now).map(one => one.name)).toEqual(['Broken', 'Low', 'Also calm', 'Calm']);
});

test('the earliest of no instants is none', () => expect(earliest([])).toBeUndefined());
