import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAgentsAgentView, SaveSkillLevelsRequest } from '../../../shared/api';
import { put } from '../../../shared/http';
import { queries } from '../../queries';
import { Page } from '../../shell/Page';
import { plain } from '../../shell/table/arrange';
import { toast } from '../../shell/toast';
import { useAttempt } from '../../shell/useAttempt';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useAgents, useOrganisation } from '../settings/organisation';
import { AgentDialog } from './AgentDialog';
import { requestOf, undone } from './levels';
import { SkillGrid } from './SkillGrid';
import styles from './SkillGrid.module.css';
import { useNewcomers } from './useNewcomers';
import { useSkillGrid } from './useSkillGrid';

/** Who can do what, and how well: people down, skills across, edited like a spreadsheet and saved in one go. */
export function SkillsSection() {
  const { t } = useTranslation();
  const agents = useAgents();
  const newcomers = useNewcomers(agents.data);
  const organisation = useOrganisation().data;
  const { attempt, busy } = useAttempt('agents');
  const [text, setText] = useState('');
  const [team, setTeam] = useState('');
  const [teams, setTeams] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [opened, setOpened] = useState<ListAgentsAgentView | null>(null);
  const problem = useQueryProblem(agents);
  const shown = useMemo(
    () =>
      [...(agents.data ?? []), ...newcomers]
        .filter(agent => plain(agent.name).includes(plain(text)) && (!team || agent.settings.teamId === team))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [agents.data, newcomers, text, team],
  );
  const skills = organisation?.skills ?? [];
  const grid = useSkillGrid(shown, skills);
  const typed = grid.changes.size + teams.size;

  async function send(request: SaveSkillLevelsRequest) {
    const named = new Set([...request.levels, ...request.teams].map(change => change.agentId));
    return attempt(async () => {
      for (const { id, settings } of newcomers.filter(person => named.has(person.id)))
        await put(`/agents/${id}`, settings);
      await put('/skill-levels', request);
      await queries.refetchQueries({ queryKey: ['agents'] });
      return request;
    });
  }

  async function save() {
    const saved = await send(requestOf(grid.changes, teams, [...(agents.data ?? []), ...newcomers]));
    if (!saved) return;
    grid.forget();
    setTeams(new Map());
    toast(t('grid.saved', { changes: typed }), 'done', () => void send(undone(saved)));
  }

  function discard() {
    grid.forget();
    setTeams(new Map());
  }

  return (
    <Page
      wide
      title={t('settings.section.skills')}
      actions={
        <>
          <Button variant="default" disabled={typed === 0 || busy} onClick={discard}>
            {t('grid.discard')}
          </Button>
          <Button disabled={typed === 0} loading={busy} onClick={() => void save()}>
            {t('grid.save', { changes: typed })}
          </Button>
        </>
      }
    >
      <div className={styles.frame}>
        <div className={styles.bar} role="search">
          <input
            type="search"
            placeholder={t('table.filter')}
            aria-label={t('table.filter')}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <select
            aria-label={t('word.kind.team')}
            value={team}
            onChange={event => setTeam(event.currentTarget.value)}
          >
            <option value="">{t('table.any', { column: t('word.kind.team') })}</option>
            {organisation?.teams.map(known => (
              <option key={known.id} value={known.id}>
                {known.name}
              </option>
            ))}
          </select>
          <small>{t('grid.hint')}</small>
        </div>
        {problem && (
          <div role="alert" className={styles.empty}>
            <p>{problem.text}</p>
            <Button size="compact-sm" variant="default" onClick={problem.retry}>
              {t('table.retry')}
            </Button>
          </div>
        )}
        {agents.data && shown.length === 0 && !text && !team && (
          <p className={styles.empty}>{t('grid.none')}</p>
        )}
        {shown.length > 0 && (
          <SkillGrid
            agents={shown}
            skills={skills}
            teams={organisation?.teams ?? []}
            chosenTeams={teams}
            chooseTeam={(agent, chosen) => {
              const next = new Map(teams);
              if (chosen === agent.settings.teamId) next.delete(agent.id);
              else next.set(agent.id, chosen);
              setTeams(next);
            }}
            grid={grid}
            save={() => void save()}
            open={setOpened}
          />
        )}
      </div>
      {opened && <AgentDialog agent={opened} close={() => setOpened(null)} />}
    </Page>
  );
}
