import { expect, test } from 'vitest';
import type { Floor, FloorAgent } from '../../shared/model';
import { type FloorChanges, withChanges } from './changes';

const agent = (id: string, state: string) => ({ id, state }) as FloorAgent;
const floor = {
  at: '2026-05-04T10:00:05Z',
  queues: [],
  waiting: [],
  agents: [agent('a', 'away'), agent('b', 'away')],
};
const shown = floor as unknown as Floor;

function changes(part: Partial<FloorChanges>): FloorChanges {
  const none = { queues: [], agents: [], waiting: [], gone: [], kpis: {} as Floor['kpis'], sequence: 1 };
  return { ...none, since: '2026-05-04T10:00:04Z', at: '2026-05-04T10:00:06Z', ...part };
}

test('who changed is replaced, who did not is the same object', () => {
  const next = withChanges(shown, changes({ agents: [agent('b', 'available')] }))!;
  expect(next.agents.map(one => one.state)).toEqual(['away', 'available']);
  expect(next.agents[0]).toBe(shown.agents[0]);
});

test('who came is added, who went is gone', () => {
  const next = withChanges(shown, changes({ agents: [agent('c', 'away')], gone: ['a'] }))!;
  expect(next.agents.map(one => one.id)).toEqual(['b', 'c']);
});

test('nothing changed: the list is the same', () =>
  expect(withChanges(shown, changes({}))!.agents).toBe(shown.agents));

test('changes older than the floor change nothing', () =>
  expect(withChanges(shown, changes({ at: shown.at }))).toBe(shown));

test('changes since an instant that the floor has not seen are refused', () =>
  expect(withChanges(shown, changes({ since: '2026-05-04T10:00:05.5Z' }))).toBeUndefined());

test('a whole floor takes the place of any', () =>
  expect(withChanges(shown, changes({ since: null, agents: [agent('z', 'away')] }))!.agents).toHaveLength(1));
