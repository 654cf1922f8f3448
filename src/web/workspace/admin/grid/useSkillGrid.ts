import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ListAgentsAgentView, ShowOrganisationSkillView } from '../../../shared/api';
import { type Changes, highestLevel, keyOf, pasted, storedLevel, withLevel } from './levels';

type Place = { row: number; column: number };

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** A grid of levels as a spreadsheet has it: move, select by Shift, type 0–5, copy, paste, undo. */
export function useSkillGrid(
  agents: readonly ListAgentsAgentView[],
  skills: readonly ShowOrganisationSkillView[],
) {
  const [changes, setChanges] = useState<Changes>(new Map());
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>(at);
  const history = useRef<Changes[]>([]);

  const area = {
    top: Math.min(at.row, anchor.row),
    bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  };

  const levelOf = (agent: ListAgentsAgentView, skill: ShowOrganisationSkillView) =>
    changes.get(keyOf({ agentId: agent.id, skillId: skill.id })) ?? storedLevel(agent, skill.id);

  function change(levels: Iterable<[Place, number]>) {
    let next = changes;
    for (const [{ row, column }, level] of levels)
      if (agents[row] && skills[column]) next = withLevel(next, agents[row], skills[column].id, level);
    history.current.push(changes);
    setChanges(next);
  }

  function* selected(): Iterable<Place> {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) yield { row, column };
  }

  function fill(level: number) {
    change([...selected()].map(place => [place, level]));
  }

  function go(place: Place, extend: boolean) {
    const next = {
      row: Math.max(0, Math.min(agents.length - 1, place.row)),
      column: Math.max(0, Math.min(skills.length - 1, place.column)),
    };
    setAt(next);
    if (!extend) setAnchor(next);
    return next;
  }

  function undo() {
    const before = history.current.pop();
    if (before) setChanges(before);
  }

  /** Returns where the focus goes; null when the key means nothing here. */
  function press(event: KeyboardEvent): Place | null {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      undo();
      return at;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (event.key === 'Home') return go({ row: at.row, column: 0 }, event.shiftKey);
    if (event.key === 'End') return go({ row: at.row, column: skills.length - 1 }, event.shiftKey);
    const step = steps[event.key];
    if (step) return go({ row: at.row + step[0], column: at.column + step[1] }, event.shiftKey);
    if (event.key === 'Delete' || event.key === 'Backspace') fill(0);
    else if (/^[0-9]$/.test(event.key) && Number(event.key) <= highestLevel) fill(Number(event.key));
    else return null;
    return at;
  }

  function copy(event: ClipboardEvent) {
    const rows = agents.slice(area.top, area.bottom + 1).map(agent =>
      skills
        .slice(area.left, area.right + 1)
        .map(skill => levelOf(agent, skill) || '')
        .join('\t'),
    );
    event.clipboardData.setData('text/plain', rows.join('\n'));
    event.preventDefault();
  }

  /** One pasted value fills the selection; several go to the right and down from its first cell. */
  function paste(event: ClipboardEvent) {
    event.preventDefault();
    const levels = pasted(event.clipboardData.getData('text/plain'));
    const only = levels.length === 1 && levels[0]!.length === 1 ? levels[0]![0] : undefined;
    if (typeof only === 'number') return fill(only);
    change(
      levels.flatMap((line, row) =>
        line.flatMap((level, column) =>
          level === null
            ? []
            : [[{ row: area.top + row, column: area.left + column }, level] as [Place, number]],
        ),
      ),
    );
  }

  function forget() {
    history.current = [];
    setChanges(new Map());
  }

  return { changes, at, area, levelOf, press, go, copy, paste, undo, forget };
}
