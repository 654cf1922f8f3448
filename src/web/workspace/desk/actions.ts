import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shared/clock';
import { post, put, remove } from '../../shared/http';
import type { AgentState, Desk, DeskContact, Offer, Waiting } from '../../shared/model';
import { queries } from '../queries';
import { useProblemText } from '../shell/problem';
import { toast } from '../shell/toast';
import { askToNotify } from './announce';
import { lastNumberOf } from './conversation';
import { expectDesk } from './desk';

export type TransferTo = { queueId: string } | { agentId: string } | { number: string };

/** What an agent does at the desk. Each shows its effect at once, and says so when the server refuses. */
export function useDeskActions() {
  const { t } = useTranslation();
  const problemText = useProblemText();

  async function attempt(command: Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await command;
      if (done) toast(done);
      return true;
    } catch (error) {
      toast(problemText(error), 'refused');
      void queries.invalidateQueries({ queryKey: ['desk'] });
      return false;
    }
  }

  return {
    choose(state: AgentState, awayKind?: string) {
      if (state === 'available') askToNotify();
      const stateSince = new Date(serverNow()).toISOString();
      expectDesk(desk => ({
        ...desk,
        agent: { ...desk.agent, state, stateSince, awayKind: awayKind ?? null },
      }));
      return attempt(put('/desk/state', { state, awayKind }));
    },
    take: ({ contactId, number }: Offer) => attempt(post(`/contacts/${contactId}/acceptance`, { number })),
    pick: ({ contactId }: Waiting) => attempt(post(`/contacts/${contactId}/picking`)),
    refuse({ contactId, number }: Offer) {
      expectDesk(desk => ({ ...desk, offers: desk.offers.filter(offer => offer.contactId !== contactId) }));
      return attempt(post(`/contacts/${contactId}/refusal`, { number }));
    },
    end: (contact: DeskContact) =>
      attempt(post(`/contacts/${contact.contactId}/end`, { lastMessage: lastNumberOf(contact) })),
    wrapUp(contact: DeskContact, disposition: string, note: string) {
      expectDesk(desk => without(desk, contact));
      return attempt(sayHowItEnded(contact, disposition, note));
    },
    /** Ends it and its wrap-up in one go. */
    finish(contact: DeskContact, disposition: string, note: string) {
      expectDesk(desk => without(desk, contact));
      return attempt(
        post(`/contacts/${contact.contactId}/end`, { lastMessage: lastNumberOf(contact) }).then(() =>
          sayHowItEnded(contact, disposition, note),
        ),
      );
    },
    transfer: (contact: DeskContact, to: TransferTo) =>
      attempt(
        post(`/contacts/${contact.contactId}/${'number' in to ? 'outside-transfer' : 'transfer'}`, to),
        t(
          'number' in to
            ? 'call.asking.outside'
            : contact.channel === 'call'
              ? 'call.handed'
              : 'transfer.done',
        ),
      ),
    /** Asks somebody while the caller waits. */
    ask: (contact: DeskContact, to: TransferTo) =>
      attempt(post(`/contacts/${contact.contactId}/consult`, to)),
    keep: (contact: DeskContact) => attempt(remove(`/contacts/${contact.contactId}/transfer`)),
    snooze: (contact: DeskContact, until: Date) =>
      attempt(
        post(`/contacts/${contact.contactId}/snooze`, {
          until: until.toISOString(),
          lastMessage: lastNumberOf(contact),
        }),
        t('snooze.done'),
      ),
    tag: (conversationId: string, name: string) =>
      attempt(put(`/conversations/${conversationId}/tags/${encodeURIComponent(name)}`)),
    untag: (conversationId: string, name: string) =>
      attempt(remove(`/conversations/${conversationId}/tags/${encodeURIComponent(name)}`)),
    block: (contact: DeskContact) =>
      attempt(post(`/conversations/${contact.conversationId}/block`), t('customer.blocked')),
  };
}

export type DeskActions = ReturnType<typeof useDeskActions>;

const sayHowItEnded = ({ contactId }: DeskContact, disposition: string, note: string) =>
  post(`/contacts/${contactId}/wrap-up`, { disposition: disposition || null, note: note || null });

function without(desk: Desk, contact: DeskContact): Desk {
  return { ...desk, contacts: desk.contacts.filter(other => other.contactId !== contact.contactId) };
}
