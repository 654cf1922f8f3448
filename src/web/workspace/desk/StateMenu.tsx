import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import type { AgentState, Directory } from '../../shared/model';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { Menu, MenuItem, MenuLine } from '../shell/Menu';
import { useDeskActions } from './actions';
import { useDesk, useDirectory } from './desk';
import styles from './StateMenu.module.css';

/** The agent's own choice, in plain words with its time: available, away and why, or offline. */
export function StateMenu() {
  const { t } = useTranslation();
  const desk = useDesk();
  const directory = useDirectory().data;
  const { choose } = useDeskActions();
  const now = useNow();
  const awayKinds = directory?.awayKinds ?? [];

  useCommands([
    {
      id: 'available',
      title: t('state.become', { state: t('state.available') }),
      run: () => void choose('available'),
    },
    ...awayKinds.map(kind => ({
      id: `away ${kind.id}`,
      title: t('state.become', { state: kind.name }),
      run: () => void choose('away', kind.id),
    })),
    {
      id: 'offline',
      title: t('state.become', { state: t('state.offline') }),
      run: () => void choose('offline'),
    },
  ]);

  if (!desk.data) return <div className={styles.state} />;
  const { agent } = desk.data;
  return (
    <Menu
      buttonClass={styles.state!}
      button={
        <>
          <i className={styles.dot} data-state={agent.state} />
          <b>{nameOf(agent.state, agent.awayKind, directory, t)}</b>
          <small>{clock(secondsSince(agent.stateSince, now))}</small>
          <Icon name="down" size={14} />
        </>
      }
    >
      <Choice
        state="available"
        onChoose={() => void choose('available')}
        checked={agent.state === 'available'}
      >
        {t('state.available')}
      </Choice>
      <MenuLine />
      {awayKinds.map(kind => (
        <Choice
          key={kind.id}
          state="away"
          onChoose={() => void choose('away', kind.id)}
          checked={agent.state === 'away' && agent.awayKind === kind.id}
        >
          {kind.name}
        </Choice>
      ))}
      <MenuLine />
      <Choice state="offline" onChoose={() => void choose('offline')} checked={agent.state === 'offline'}>
        {t('state.offline')}
      </Choice>
    </Menu>
  );
}

type ChoiceProps = { state: AgentState; onChoose: () => void; checked: boolean; children: ReactNode };

function Choice({ state, ...item }: ChoiceProps) {
  return <MenuItem icon={<i className={styles.dot} data-state={state} />} {...item} />;
}

function nameOf(
  state: 'available' | 'away' | 'offline',
  kind: string | null | undefined,
  directory: Directory | undefined,
  t: TFunction,
): string {
  if (state !== 'away') return t(`state.${state}`);
  return directory?.awayKinds.find(known => known.id === kind)?.name ?? t('state.away');
}
