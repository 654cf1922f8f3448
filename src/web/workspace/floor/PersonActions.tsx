import { useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingClock } from '../../shared/clock';
import type { FloorAgent } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useDirectory } from '../desk/desk';
import { MenuItem, MenuLine } from '../shell/Menu';
import styles from './People.module.css';
import { signOutReasons, useFloorActions } from './useFloorActions';
import { useHearing } from './useHearing';

/** What a lead may do with a person: read along, see to a call for help, sign out. */
export function PersonActions({ agent, message }: { agent: FloorAgent; message: () => void }) {
  const { t } = useTranslation();
  const { may, answerHelp, signOut } = useFloorActions();
  const isLive = useContext(StandingClock) === null;
  return (
    <>
      <p className={styles.about}>
        <b>{agent.name}</b>
        {t('floor.points', agent.points)}
        <br />
        {agent.partnerNames.join(', ')}
      </p>
      {isLive && <Conversations agent={agent} />}
      {may && <MenuItem onChoose={message}>{t('floor.message')}</MenuItem>}
      {may && agent.help && (
        <MenuItem onChoose={() => void answerHelp(agent)}>{t('floor.answerHelp')}</MenuItem>
      )}
      {may && agent.state !== 'offline' && (
        <>
          <MenuLine />
          {signOutReasons.map(why => (
            <MenuItem key={why} onChoose={() => void signOut(agent, why)}>
              {t('floor.signOut', { why: t(`floor.why.${why}`) })}
            </MenuItem>
          ))}
        </>
      )}
    </>
  );
}

/** A way into each conversation that the person has; what the help is about first. */
function Conversations({ agent }: { agent: FloorAgent }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queues = useDirectory().data?.queues;
  const { mannersFor, hear } = useHearing();
  const mayRead = useSignedIn().permissions.includes('read-conversations');
  const running = agent.contacts.filter(contact => contact.state !== 'offered');
  running.sort(
    (a, b) => Number(b.contactId === agent.help?.contactId) - Number(a.contactId === agent.help?.contactId),
  );
  if (!mayRead || running.length === 0) return null;
  return (
    <>
      <MenuLine />
      {running.map(contact => (
        <MenuItem
          key={contact.contactId}
          onChoose={() =>
            void navigate({ to: '/floor/$contactId', params: { contactId: contact.contactId } })
          }
        >
          {t('floor.readAlong', {
            channel: t(`channel.${contact.channel}`),
            queue: queues?.find(queue => queue.id === contact.queueId)?.name ?? t('floor.unknownQueue'),
          })}
        </MenuItem>
      ))}
      {running.flatMap(contact =>
        mannersFor(contact).map(manner => (
          <MenuItem key={contact.contactId + manner} onChoose={() => void hear(contact.contactId, manner)}>
            {t(`hearing.${manner}`)}
          </MenuItem>
        )),
      )}
    </>
  );
}
