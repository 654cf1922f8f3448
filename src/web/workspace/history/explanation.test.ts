import { expect, test } from 'vitest';
import type { ExplanationView, HistoryEvent } from '../../shared/api';
import { choiceOf, isExplained, waitsOf } from './explanation';

const at = (second: number) => `2026-03-02T09:00:0${second}.000Z`;
const event = (kind: string, second: number, offer?: number) =>
  ({ kind, at: at(second), offer }) as HistoryEvent;
const events = [event('arrived', 0), event('queued', 0), event('step-entered', 3), event('offered', 5, 1)];
const told = {
  waits: [{ from: at(0) }, { from: at(2) }, { from: at(3) }],
  choices: [{ offer: 1 }, { offer: 2 }],
} as ExplanationView;

test('an event is followed by its own waits, until something else happens', () => {
  expect(waitsOf(told, events, events[1]!).map(wait => wait.from)).toEqual([at(0), at(2)]);
  expect(waitsOf(told, events, events[2]!).map(wait => wait.from)).toEqual([at(3)]);
  expect(waitsOf(told, events, events[3]!)).toEqual([]);
});

test('an offer has the choice of its number', () => {
  expect(choiceOf(told, event('offered', 5, 2))).toBe(told.choices[1]);
  expect(choiceOf(told, event('offered', 5, 3))).toBeUndefined();
});

test('only offers and waits are asked about', () => {
  expect(events.filter(isExplained).map(one => one.kind)).toEqual(['queued', 'step-entered', 'offered']);
});
