import { useTranslation } from 'react-i18next';
import type { FloorAgent } from '../../shared/model';
import { useDirectory } from '../desk/desk';
import { Since } from './Since';
import { earliest } from './urgency';

export function isBusy(agent: FloorAgent): boolean {
  return agent.contacts.some(contact => contact.state !== 'parked');
}

/** "Chat ×3 4:12", "Wrap-up 0:18", "Lunch 21:04": what comes first is what the person's hands are on. */
export function Doing({ agent }: { agent: FloorAgent }) {
  const [words, since] = useDoing(agent);
  return (
    <>
      {words} <Since at={since} />
    </>
  );
}

function useDoing(agent: FloorAgent): [words: string, since: string] {
  const { t } = useTranslation();
  const directory = useDirectory().data;
  const talking = agent.contacts.filter(
    contact => contact.state === 'connected' || contact.state === 'consulting',
  );
  const offered = agent.contacts.find(contact => contact.state === 'offered');
  const wrapping = agent.contacts.find(contact => contact.state === 'wrap-up');

  if (talking.length > 0) {
    const channel = t(`channel.${talking[0]!.channel}`);
    const words = talking.length > 1 ? t('floor.several', { channel, count: talking.length }) : channel;
    return [words, earliest(talking.map(contact => contact.since))!];
  }
  if (offered) return [t('floor.offered'), offered.since];
  if (wrapping) return [t('contactState.wrap-up'), wrapping.since];
  const kind = directory?.awayKinds.find(known => known.id === agent.awayKind)?.name;
  return [agent.state === 'away' && kind ? kind : t(`state.${agent.state}`), agent.since];
}
