import { describe, expect, test } from 'vitest';
import type { ListAgentsAgentView } from '../../../shared/api';
import { pasted, requestOf, undone, withLevel } from './levels';

const ana = {
  id: 'ana',
  name: 'Ana',
  settings: { teamId: 'lantern', skills: [{ id: 'polish', level: 5 }] },
} as unknown as ListAgentsAgentView;

describe('the grid of skills', () => {
  test('reads what a spreadsheet copies', () =>
    expect(pasted('5\t\t3\r\n–\t2\tx\r\n')).toEqual([
      [5, 0, 3],
      [0, 2, null],
    ]));

  test('forgets a level that was typed back', () => {
    const changed = withLevel(new Map(), ana, 'polish', 3);
    expect(changed.get('ana polish')).toBe(3);
    expect(withLevel(changed, ana, 'polish', 5).size).toBe(0);
  });

  test('says with each change what stood there, and can turn it round', () => {
    const request = requestOf(new Map([['ana advice', 2]]), new Map([['ana', null]]), [ana]);
    expect(request).toEqual({
      levels: [{ agentId: 'ana', skillId: 'advice', from: 0, to: 2 }],
      teams: [{ agentId: 'ana', from: 'lantern', to: null }],
    });
    expect(undone(undone(request))).toEqual(request);
  });
});
