import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorContact } from '../../shared/model';
import { ActionKey } from '../palette/ActionKey';
import { actions } from '../palette/actions';
import { useCommands } from '../palette/commands';
import { Chooser } from './Chooser';
import { useFloorActions } from './useFloorActions';
import styles from './WhyWaiting.module.css';

type Props = { contact: FloorContact; floor: Floor };

/** What a lead may do with a waiting contact, by its buttons and by their keys. */
export function ContactActions({ contact, floor }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may, mayTake, putFirst, askAgain, take, move, give } = useFloorActions();
  const [choosing, setChoosing] = useState<'queue' | 'person' | null>(null);
  const queue = floor.queues.find(known => known.id === contact.queueId);
  const queues = floor.queues.filter(
    other => other.partner.id === queue?.partner.id && other.id !== queue?.id && other.open,
  );
  const people = floor.agents.filter(
    agent => agent.state !== 'offline' && agent.partnerNames.includes(queue?.partner.name ?? ''),
  );

  async function takeIt() {
    if (await take(contact.contactId))
      void navigate({ to: '/desk/$contactId', params: { contactId: contact.contactId } });
  }

  const read = () => void navigate({ to: '/floor/$contactId', params: { contactId: contact.contactId } });
  const all = [
    { id: 'floor-first', on: may, run: () => void putFirst(contact) },
    { id: 'floor-take', on: mayTake, run: () => void takeIt() },
    { id: 'floor-give', on: may, run: () => setChoosing('person') },
    { id: 'floor-move', on: may && queues.length > 0, run: () => setChoosing('queue') },
    { id: 'floor-again', on: may && contact.step > 1, run: () => void askAgain(contact) },
    { id: 'floor-open', on: true, run: read },
  ] as const;
  const possible = all
    .filter(action => action.on)
    .map(action => ({ ...action, title: t(actions[action.id].title) }));
  useCommands(possible);

  return (
    <div className={styles.acts}>
      {possible.map(action => (
        <button key={action.id} type="button" onClick={action.run}>
          {action.title} <ActionKey action={action.id} />
        </button>
      ))}
      {choosing === 'queue' && (
        <Chooser
          title={t('floor.move')}
          none={t('floor.noOtherQueue')}
          options={queues.map(other => ({
            id: other.id,
            name: other.name,
            detail: t('floor.ableCount', { count: other.able }),
          }))}
          choose={chosen => void move(contact, chosen.id)}
          close={() => setChoosing(null)}
        />
      )}
      {choosing === 'person' && (
        <Chooser
          title={t('floor.give')}
          none={t('floor.nobodyToGive')}
          options={people.map(agent => ({
            id: agent.id,
            name: agent.name,
            detail: t(`state.${agent.state}`),
          }))}
          choose={chosen => void give(contact, chosen.id, chosen.name)}
          close={() => setChoosing(null)}
        />
      )}
    </div>
  );
}
