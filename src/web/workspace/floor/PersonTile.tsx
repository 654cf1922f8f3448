import { useTranslation } from 'react-i18next';
import { clock, languageName, secondsSince } from '../../shared/format';
import type { FloorAgent } from '../../shared/model';
import { useDirectory } from '../desk/desk';
import { Menu, MenuItem, MenuLine } from '../shell/Menu';
import styles from './People.module.css';
import { earliest } from './urgency';
import { useFloorActions } from './useFloorActions';

const longAwaySeconds = 45 * 60;

type Props = { agent: FloorAgent; queueNames: Map<string, string>; now: number };

/** One person: what he does, for how long, on what; a coloured edge only when something wants attention. */
export function PersonTile({ agent, queueNames, now }: Props) {
  const { t } = useTranslation();
  const { may, signOut } = useFloorActions();
  const doing = useDoing(agent, now);
  const queues = [...new Set(agent.contacts.map(contact => queueNames.get(contact.queueId)).filter(Boolean))];
  const below = queues.length > 0 ? queues.join(', ') : agent.languages.map(languageName).join(', ');
  const busy = agent.contacts.some(contact => contact.state !== 'parked');
  const long = agent.state === 'away' && secondsSince(agent.since, now) > longAwaySeconds;
  return (
    <li className={styles.person} data-attention={long || !agent.reachable}>
      <Menu
        buttonClass={styles.face!}
        title={[agent.name, doing, below].join('\n')}
        button={
          <>
            <b>
              <i data-state={busy ? 'busy' : agent.state} />
              <span>{agent.name}</span>
            </b>
            <small>{agent.reachable ? doing : t('floor.unreachable')}</small>
            <small>{below}</small>
          </>
        }
      >
        <p className={styles.about}>
          <b>{agent.name}</b>
          {t('floor.points', agent.points)}
          <br />
          {agent.partnerNames.join(', ')}
        </p>
        {may && agent.state !== 'offline' && (
          <>
            <MenuLine />
            <MenuItem onChoose={() => void signOut(agent)}>{t('floor.signOut')}</MenuItem>
          </>
        )}
      </Menu>
    </li>
  );
}

/** "Chat 3 · 4:12", "Wrap-up 0:18", "Lunch 21:04": what comes first is what the person's hands are on. */
function useDoing(agent: FloorAgent, now: number): string {
  const { t } = useTranslation();
  const directory = useDirectory().data;
  const talking = agent.contacts.filter(contact => contact.state === 'connected');
  const offered = agent.contacts.find(contact => contact.state === 'offered');
  const wrapping = agent.contacts.find(contact => contact.state === 'wrap-up');
  const timed = (words: string, since: string) => `${words} ${clock(secondsSince(since, now))}`;

  if (talking.length > 0) {
    const channel = t(`channel.${talking[0]!.channel}`);
    const words = talking.length > 1 ? t('floor.several', { channel, count: talking.length }) : channel;
    return timed(words, earliest(talking.map(contact => contact.since))!);
  }
  if (offered) return timed(t('floor.offered'), offered.since);
  if (wrapping) return timed(t('contactState.wrap-up'), wrapping.since);
  const kind = directory?.awayKinds.find(known => known.id === agent.awayKind)?.name;
  return timed(agent.state === 'away' && kind ? kind : t(`state.${agent.state}`), agent.since);
}
