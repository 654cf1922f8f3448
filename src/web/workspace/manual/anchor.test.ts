import { expect, test } from 'vitest';
import { anchorOf } from './anchor';
import { pageOf } from './pageOf';

test('a heading is linked to by its words', () => {
  expect(anchorOf('The desk, for agents')).toBe('the-desk-for-agents');
});

test('a place is explained by the page about it, and any other by the desk’s', () => {
  expect(pageOf('/settings/queues')).toBe('administration');
  expect(pageOf('/desk/018f')).toBe('desk');
  expect(pageOf('/')).toBe('desk');
});
