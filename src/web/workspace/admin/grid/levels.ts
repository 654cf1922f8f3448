import type { ListAgentsAgentView, SaveSkillLevelsRequest } from '../../../shared/api';

/** People × skills: what the grid shows and what has been typed into it. Levels are 0 (none) to 5. */
export type Cell = { agentId: string; skillId: string };

/** Typed levels by cell; a level that was typed back to what it was is no change. */
export type Changes = ReadonlyMap<string, number>;

export const highestLevel = 5;

export function keyOf({ agentId, skillId }: Cell): string {
  return `${agentId} ${skillId}`;
}

export function storedLevel(agent: ListAgentsAgentView, skillId: string): number {
  return agent.settings.skills.find(skill => skill.id === skillId)?.level ?? 0;
}

/** The changes with one more. */
export function withLevel(
  changes: Changes,
  agent: ListAgentsAgentView,
  skillId: string,
  level: number,
): Changes {
  const next = new Map(changes);
  const key = keyOf({ agentId: agent.id, skillId });
  if (storedLevel(agent, skillId) === level) next.delete(key);
  else next.set(key, level);
  return next;
}

/** Rows and columns as a spreadsheet copies them; an empty cell takes a skill away, what is no level is null. */
export function pasted(text: string): (number | null)[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(line => line.split('\t').map(levelOf));
}

/** What the server is asked to change, each with what stands there now. */
export function requestOf(
  changes: Changes,
  teams: ReadonlyMap<string, string | null>,
  agents: readonly ListAgentsAgentView[],
): SaveSkillLevelsRequest {
  const known = new Map(agents.map(agent => [agent.id, agent]));
  return {
    levels: [...changes].map(([key, to]) => {
      const [agentId = '', skillId = ''] = key.split(' ');
      return { agentId, skillId, from: storedLevel(known.get(agentId)!, skillId), to };
    }),
    teams: [...teams].map(([agentId, to]) => ({ agentId, from: known.get(agentId)!.settings.teamId, to })),
  };
}

/** The same with both sides turned. */
export function undone({ levels, teams }: SaveSkillLevelsRequest): SaveSkillLevelsRequest {
  return {
    levels: levels.map(change => ({ ...change, from: change.to, to: change.from })),
    teams: teams.map(change => ({ ...change, from: change.to, to: change.from })),
  };
}

function levelOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '–' || trimmed === '-') return 0;
  return /^[0-5]$/.test(trimmed) ? Number(trimmed) : null;
}
