import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ListAgentsAgentView,
  ShowOrganisationSkillView,
  ShowOrganisationTeamView,
} from '../../../shared/api';
import { useWindow } from '../../shell/table/useWindow';
import { keyOf } from './levels';
import styles from './SkillGrid.module.css';
import type { useSkillGrid } from './useSkillGrid';

type Props = {
  agents: readonly ListAgentsAgentView[];
  skills: readonly ShowOrganisationSkillView[];
  teams: readonly ShowOrganisationTeamView[];
  chosenTeams: ReadonlyMap<string, string | null>;
  chooseTeam: (agent: ListAgentsAgentView, team: string | null) => void;
  grid: ReturnType<typeof useSkillGrid>;
  save: () => void;
  open: (agent: ListAgentsAgentView) => void;
};

const rowHeight = 34;

/** The grid itself; only the rows in sight are drawn. */
export function SkillGrid({ agents, skills, teams, chosenTeams, chooseTeam, grid, save, open }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const holdsFocus = useRef(false);
  const sight = useWindow(scroller, agents.length, rowHeight);
  const { at, area, levelOf } = grid;

  useEffect(() => {
    if (!holdsFocus.current) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`)
      ?.focus({ preventScroll: true });
    scroller.current
      ?.querySelector(`[data-at="${at.row} ${at.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);

  function press(event: React.KeyboardEvent) {
    if (!(event.target as HTMLElement).dataset.at) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') save();
    else if (!grid.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      aria-label={t('settings.section.skills')}
      onKeyDown={press}
      onCopy={grid.copy}
      onPaste={grid.paste}
      onFocus={event => {
        holdsFocus.current = Boolean((event.target as HTMLElement).dataset.at);
      }}
      onBlur={() => {
        holdsFocus.current = false;
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid.
        role="grid"
        aria-label={t('settings.section.skills')}
        aria-rowcount={agents.length + 1}
        aria-multiselectable="true"
      >
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('word.kind.team')}</th>
            {skills.map(skill => (
              <th key={skill.id} scope="col" title={skill.name}>
                {skill.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sight.above > 0 && <tr style={{ height: sight.above }} />}
          {agents.slice(sight.first, sight.last).map((agent, n) => {
            const row = sight.first + n;
            return (
              <tr key={agent.id} aria-rowindex={row + 2}>
                <th scope="row">
                  <button type="button" onClick={() => open(agent)}>
                    {agent.name}
                  </button>
                </th>
                <td data-changed={chosenTeams.has(agent.id)}>
                  <select
                    aria-label={t('grid.teamOf', { name: agent.name })}
                    value={
                      (chosenTeams.has(agent.id) ? chosenTeams.get(agent.id) : agent.settings.teamId) ?? ''
                    }
                    onChange={event => chooseTeam(agent, event.currentTarget.value || null)}
                  >
                    <option value="">–</option>
                    {teams.map(team => (
                      <option key={team.id} value={team.id}>
                        {team.name}
                      </option>
                    ))}
                  </select>
                </td>
                {skills.map((skill, column) => {
                  const level = levelOf(agent, skill);
                  const isHere = at.row === row && at.column === column;
                  const isSelected =
                    row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
                  return (
                    <td
                      key={skill.id}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of that grid.
                      role="gridcell"
                      data-at={`${row} ${column}`}
                      tabIndex={isHere ? 0 : -1}
                      aria-selected={isSelected}
                      aria-label={t('grid.cell', { name: agent.name, skill: skill.name, level })}
                      data-changed={grid.changes.has(keyOf({ agentId: agent.id, skillId: skill.id }))}
                      data-level={level}
                      onMouseDown={event => {
                        holdsFocus.current = true;
                        grid.go({ row, column }, event.shiftKey);
                      }}
                      onMouseEnter={event => event.buttons === 1 && grid.go({ row, column }, true)}
                    >
                      {level || ''}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {sight.below > 0 && <tr style={{ height: sight.below }} />}
        </tbody>
      </table>
    </div>
  );
}
