import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import type { Directory } from '../../shared/model';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
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
    <Menu position="bottom-start" width={240} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={styles.state}>
          <i className={styles.dot} data-state={agent.state} />
          <b>{nameOf(agent.state, agent.awayKind, directory, t)}</b>
          <small>{clock(secondsSince(agent.stateSince, now))}</small>
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<i className={styles.dot} data-state="available" />}
          onClick={() => void choose('available')}
        >
          {t('state.available')}
        </Menu.Item>
        <Menu.Divider />
        {awayKinds.map(kind => (
          <Menu.Item
            key={kind.id}
            leftSection={<i className={styles.dot} data-state="away" />}
            onClick={() => void choose('away', kind.id)}
          >
            {kind.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<i className={styles.dot} data-state="offline" />}
          onClick={() => void choose('offline')}
        >
          {t('state.offline')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf(
  state: 'available' | 'away' | 'offline',
  kind: string | undefined,
  directory: Directory | undefined,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (state !== 'away') return t(`state.${state}`);
  return directory?.awayKinds.find(known => known.id === kind)?.name ?? t('state.away');
}
