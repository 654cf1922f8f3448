import { expect, test } from 'vitest';
import { newId } from './identity';

test('an id is a version 7 UUID', () =>
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

test('an id begins with its instant in milliseconds', () =>
  expect(newId(0x0190_0000_abcd).slice(0, 13)).toBe('01900000-abcd'));

test('ids sort by their instants', () =>
  expect(newId(1_700_000_000_001) > newId(1_700_000_000_000)).toBe(true));
