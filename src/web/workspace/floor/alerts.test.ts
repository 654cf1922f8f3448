import { expect, test } from 'vitest';
import type { AlertView } from '../../shared/api';
import type { FloorQueue } from '../../shared/model';
import { isCalmAgain } from './alerts';

const now = Date.parse('2026-05-04T10:00:00Z');
const alert = (measure: string, threshold: number) => ({ measure, threshold }) as AlertView;
const queue = (part: Partial<FloorQueue>) => ({ waiting: 0, able: 1, ...part }) as FloorQueue;

test.each([
  ['waiting', 3, { waiting: 4 }, false],
  ['waiting', 3, { waiting: 3 }, true],
  ['nobody-able', 0, { waiting: 1, able: 0 }, false],
  ['nobody-able', 0, { waiting: 1, able: 2 }, true],
  ['service-level', 8000, { serviceLevelBasisPoints: 7999 }, false],
  ['service-level', 8000, { serviceLevelBasisPoints: 8000 }, true],
  ['longest-wait', 60, { longestSince: '2026-05-04T09:58:59Z' }, false],
  ['longest-wait', 60, { longestSince: '2026-05-04T09:59:00Z' }, true],
  ['longest-wait', 60, { longestSince: null }, true],
] as const)('%s against %i with %o: calm again is %s', (measure, threshold, part, calm) =>
  expect(isCalmAgain(alert(measure, threshold), queue(part), now)).toBe(calm),
);

test('a queue that is not seen is not called calm', () =>
  expect(isCalmAgain(alert('waiting', 3), undefined, now)).toBe(false));
