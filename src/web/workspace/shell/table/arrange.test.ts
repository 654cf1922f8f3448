import { describe, expect, test } from 'vitest';
import { arrange, arrangeInTurns, choicesOf, plainTexts } from './arrange';
import type { Column } from './column';

type Person = { name: string; roles: string; contacts: number | null };

const columns: Column<Person>[] = [
  { id: 'name', title: 'Name', value: person => person.name },
  { id: 'roles', title: 'Roles', value: person => person.roles, choices: true },
  { id: 'contacts', title: 'Contacts', value: person => person.contacts, numeric: true },
];
const people: Person[] = [
  { name: 'Zofia', roles: 'agent', contacts: 9 },
  { name: 'Łucja', roles: 'lead, agent', contacts: null },
  { name: 'Marta', roles: 'lead', contacts: 10 },
];
const names = (wanted: Partial<Parameters<typeof arrange>[2]>) =>
  arrange(people, columns, { text: '', choices: {}, order: null, ...wanted }, 'pl').map(
    person => person.name,
  );

describe('a list', () => {
  test('stays as it came until it is told otherwise', () =>
    expect(names({})).toEqual(['Zofia', 'Łucja', 'Marta']));
  test('sorts words as the language does', () =>
    expect(names({ order: { column: 'name', descending: false } })).toEqual(['Łucja', 'Marta', 'Zofia']));
  test('puts what is missing last in both directions', () => {
    expect(names({ order: { column: 'contacts', descending: true } })).toEqual(['Marta', 'Zofia', 'Łucja']);
    expect(names({ order: { column: 'contacts', descending: false } })).toEqual(['Zofia', 'Marta', 'Łucja']);
  });
  test('finds words without their marks, in any column', () => {
    expect(names({ text: 'lucja' })).toEqual(['Łucja']);
    expect(names({ text: 'lead mar' })).toEqual(['Marta']);
  });
  test('filters by one of several values of a cell', () =>
    expect(names({ choices: { roles: 'agent' } })).toEqual(['Zofia', 'Łucja']));
  test('offers each value once', () =>
    expect(choicesOf(people, columns[1]!, 'en')).toEqual(['agent', 'lead']));
});

test('a long list is arranged in turns as a short one at once', async () => {
  const many = Array.from({ length: 2_345 }, (_, n) => ({
    name: `Person ${(n * 7919) % 1000}`,
    roles: n % 3 ? 'agent' : 'lead',
    contacts: n,
  }));
  const wanted = {
    text: 'person',
    choices: { roles: 'agent' },
    order: { column: 'name', descending: true },
  };
  const never = new AbortController().signal;
  const textOf = plainTexts(columns);
  expect(await arrangeInTurns(many, columns, wanted, 'pl', textOf, never)).toEqual(
    arrange(many, columns, wanted, 'pl'),
  );
  const asTheyCame = { text: '', choices: {}, order: null };
  expect(await arrangeInTurns(many, columns, asTheyCame, 'pl', textOf, never)).toEqual(many);
});
