import { expect, test } from 'vitest';
import type { FloorContact } from '../../shared/model';
import { nextFirst } from './rank';

const now = Date.parse('2026-05-04T10:00:00Z');

function contact(
  id: string,
  waitedSeconds: number,
  baseMilli: number,
  slopeMilli: number,
  capMilli = 1_000_000,
) {
  const since = new Date(now - waitedSeconds * 1000).toISOString();
  return { contactId: id, since, baseMilli, slopeMilli, capMilli } as FloorContact;
}

const order = (...contacts: FloorContact[]) => nextFirst(contacts, now).map(one => one.contactId);

test('who has waited longer is served first', () =>
  expect(order(contact('short', 10, 0, 1000), contact('long', 20, 0, 1000))).toEqual(['long', 'short']));

test('a steeper queue overtakes', () =>
  expect(order(contact('flat', 20, 0, 1000), contact('steep', 10, 0, 3000))).toEqual(['steep', 'flat']));

test('a lead lifts a contact above all waiting', () =>
  expect(
    order(contact('waited', 500, 0, 1000), contact('lifted', 1, 100_000_000, 1000, 1_000_000_000)),
  ).toEqual(['lifted', 'waited']));

test('at the cap the longer wait decides', () =>
  expect(order(contact('b', 300, 0, 1000, 100_000), contact('a', 400, 0, 1000, 100_000))).toEqual([
    'a',
    'b',
  ]));
