import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingClock } from '../../shared/clock';
import { timeOfDay } from '../../shared/format';
import { post, put, Refused, remove } from '../../shared/http';
import type { FloorAgent, FloorContact, FloorQueue } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useDesk } from '../desk/desk';
import { toast } from '../shell/toast';
import { useAttempt } from '../shell/useAttempt';

/** Lifts a contact above all that wait by their own wait alone; in thousandths of rank. */
const firstBaseMilli = 100_000_000;

export const signOutReasons = ['shift-over', 'does-not-answer', 'technical', 'other'] as const;

export type SignOutReason = (typeof signOutReasons)[number];

export const switchReasons = ['meeting', 'staff', 'technical', 'too-much', 'other'] as const;

/** A queue is open, or closed until `opensAt`, or closed until its hours or somebody open it. */
export type Opening = { open: boolean; opensAt: string | null; why: (typeof switchReasons)[number] };

/** What a lead may do from the floor, each with its way back where there is one; nothing for those who only look. */
export function useFloorActions() {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const session = useSignedIn();
  const desk = useDesk().data;
  // What was cannot be changed.
  const maySteer = useContext(StandingClock) === null && session.permissions.includes('steer-floor');

  async function undoable(command: () => Promise<void>, done: string, back: () => Promise<void>) {
    const isDone = await attempt(() => command().then(() => true));
    if (isDone) toast(done, 'done', () => void attempt(back, t('floor.undone')));
  }

  const setPriority = (contact: FloorContact, baseMilli: number) =>
    put(`/contacts/${contact.contactId}/priority`, { baseMilli });
  const moveTo = (contact: FloorContact, queueId: string) =>
    put(`/contacts/${contact.contactId}/queue`, { queueId });
  const switchTo = (queue: FloorQueue, opening: Opening) => put(`/queues/${queue.id}/opening`, opening);

  return {
    may: maySteer,
    mayTake: maySteer && Boolean(session.agentId),
    putFirst: (contact: FloorContact) =>
      undoable(
        () => setPriority(contact, firstBaseMilli),
        t('floor.isFirst'),
        () => setPriority(contact, contact.baseMilli),
      ),
    move: (contact: FloorContact, queueId: string) =>
      undoable(
        () => moveTo(contact, queueId),
        t('floor.moved'),
        () => moveTo(contact, contact.queueId),
      ),
    moveAll: (contacts: FloorContact[], queueId: string) =>
      undoable(
        () => inTurn(contacts, contact => moveTo(contact, queueId)),
        t('floor.moved'),
        () => inTurn(contacts, contact => moveTo(contact, contact.queueId)),
      ),
    give: (contact: FloorContact, agentId: string, name: string) =>
      undoable(
        () => post(`/contacts/${contact.contactId}/giving`, { agentId }),
        t('floor.given', { name }),
        () => moveTo(contact, contact.queueId),
      ),
    mayTakeOver: Boolean(session.agentId) && session.permissions.includes('take-over-calls'),
    /** @param isRunningCall it is taken out of an agent's hands, which is a right of its own. */
    take: async (contactId: string, isRunningCall = false) => {
      const way = isRunningCall ? 'taking-over' : 'taking';
      if (desk?.agent.state !== 'offline')
        return attempt(() => post(`/contacts/${contactId}/${way}`).then(() => true), t('floor.taken'));
      toast(t('floor.signInFirst'), 'refused');
      return undefined;
    },
    askAgain: (contact: FloorContact) =>
      attempt(() => post(`/contacts/${contact.contactId}/steps`), t('floor.askedAgain')),
    switchQueue: (queue: FloorQueue, opening: Opening) =>
      undoable(
        () => switchTo(queue, opening),
        opening.open || !opening.opensAt
          ? t(opening.open ? 'floor.opened' : 'floor.closed', { queue: queue.name })
          : t('floor.paused', { queue: queue.name, time: timeOfDay(opening.opensAt) }),
        () => switchTo(queue, { open: queue.open, opensAt: queue.opensAt ?? null, why: 'other' }),
      ),
    answerHelp: (agent: FloorAgent) =>
      attempt(() => remove(`/agents/${agent.id}/help`), t('floor.helpAnswered', { name: agent.name })),
    signOut: (agent: FloorAgent, why: SignOutReason) =>
      attempt(
        () => remove(`/agents/${agent.id}/presence?why=${why}`),
        t('floor.signedOut', { name: agent.name }),
      ),
  };
}

/** One after the other, so that they keep their order; one that has meanwhile been taken does not hold up the rest. */
async function inTurn(
  contacts: FloorContact[],
  move: (contact: FloorContact) => Promise<void>,
): Promise<void> {
  for (const contact of contacts)
    await move(contact).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
}
