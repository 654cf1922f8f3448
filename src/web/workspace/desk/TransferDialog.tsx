import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentState, DeskContact } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { rank } from '../palette/rank';
import { Dialog } from '../shell/Dialog';
import { type TransferTo, useDeskActions } from './actions';
import { useDesk, useDirectory } from './desk';
import { send } from './outbox';
import styles from './TransferDialog.module.css';

type Target = { key: string; name: string; detail: string; to: TransferTo };

const mostShown = 50;

/** What may be a telephone number; whether it is one, and may be called, the server knows. */
const numberForm = /^\+?[\d\s().\-/]{7,}$/;

/**
 * Hands the contact to a queue or to a colleague, with a note. Until somebody takes it, it stays with the sender. A call may
 * also go to a number, and whoever is to get it can be asked before.
 */
export function TransferDialog({ contact, close }: { contact: DeskContact; close: () => void }) {
  const { t } = useTranslation();
  const { transfer, ask } = useDeskActions();
  const personId = useSignedIn().person.id;
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<Target | null>(null);
  const [note, setNote] = useState('');
  const isCall = contact.channel === 'call';
  const outside = useOutside(wanted, isCall);
  const known = rank(wanted, useTargets(contact), target => target.name).slice(0, mostShown);
  const targets = outside ? [outside, ...known] : known;
  const current = targets.find(target => target.key === chosen?.key);

  async function askFirst() {
    if (!current) return;
    close();
    await ask(contact, current.to);
  }

  async function hand(target = current) {
    if (!target) return;
    close();
    if (note.trim() && contact.conversationId)
      send({ conversationId: contact.conversationId, personId, kind: 'note', text: note.trim(), files: [] });
    await transfer(contact, target.to);
  }

  /** In the field where one searches: arrows walk the list, Enter hands over to the one chosen, or the first found. */
  function steer(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = targets.findIndex(target => target.key === chosen?.key);
    if (step) setChosen(targets[(place + step + targets.length) % targets.length] ?? null);
    else if (event.key === 'Enter') void hand(targets[Math.max(place, 0)]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog label={t('transfer.title')} close={close} className={styles.dialog!}>
      <div className={styles.form}>
        <h2>{t('transfer.title')}</h2>
        <input
          className={styles.search}
          placeholder={t(isCall ? 'call.asking.search' : 'transfer.search')}
          aria-label={t(isCall ? 'call.asking.search' : 'transfer.search')}
          value={wanted}
          onKeyDown={steer}
          onChange={event => setWanted(event.currentTarget.value)}
        />
        <div className={styles.targets} role="radiogroup" aria-label={t('transfer.to')}>
          {targets.map(target => (
            <label key={target.key} data-chosen={chosen?.key === target.key}>
              <input
                type="radio"
                name="target"
                checked={chosen?.key === target.key}
                onChange={() => setChosen(target)}
              />
              <b>{target.name}</b>
              <small>{target.detail}</small>
            </label>
          ))}
          {targets.length === 0 && <p>{t('transfer.nobody')}</p>}
        </div>
        {contact.conversationId && (
          <textarea
            className={styles.search}
            rows={2}
            placeholder={t('transfer.note')}
            aria-label={t('transfer.note')}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
        )}
        <div className={styles.foot}>
          <span>{t(isCall ? 'call.asking.means' : 'transfer.staysYours')}</span>
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          {isCall && (
            <Button variant="light" onClick={() => void askFirst()} disabled={!current}>
              {t('call.asking.ask')}
            </Button>
          )}
          <Button onClick={() => void hand()} disabled={!current}>
            {t('transfer.submit')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The number that was typed, where a call can go to one. */
function useOutside(wanted: string, isCall: boolean): Target | null {
  const { t } = useTranslation();
  const number = wanted.trim();
  if (!isCall || !numberForm.test(number)) return null;
  return { key: 'outside', name: number, detail: t('call.asking.number'), to: { number } };
}

/** Queues of the contact's partner, and colleagues who serve that partner: a transfer never crosses the wall. */
function useTargets(contact: DeskContact): Target[] {
  const { t } = useTranslation();
  const directory = useDirectory().data;
  const me = useDesk().data?.agent.id;
  const queues = (directory?.queues ?? [])
    .filter(queue => queue.partner.id === contact.partner.id && queue.id !== contact.queue.id)
    .map(queue => ({
      key: queue.id,
      name: queue.name,
      detail: t('transfer.queue'),
      to: { queueId: queue.id },
    }));
  const agents = (directory?.agents ?? [])
    .filter(agent => agent.id !== me && agent.partnerIds.includes(contact.partner.id))
    .sort((a, b) => Number(b.state === 'available') - Number(a.state === 'available'))
    .map(agent => ({
      key: agent.id,
      name: agent.name,
      detail: [agent.team, agent.state && t(`state.${agent.state as AgentState}`)]
        .filter(Boolean)
        .join(' · '),
      to: { agentId: agent.id },
    }));
  return [...queues, ...agents];
}
