import { useTranslation } from 'react-i18next';
import { put, remove } from '../../shared/http';
import type { FloorAgent, FloorContact } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useAttempt } from '../shell/useAttempt';

/** Lifts a contact above all that wait by their own wait alone; in thousandths of rank. */
const firstBaseMilli = 100_000_000;

/** What a lead may do from the floor; nothing for those who only look. */
export function useFloorActions() {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const may = useSignedIn().permissions.includes('steer-floor');
  return {
    may,
    putFirst: (contact: FloorContact) =>
      attempt(
        () => put(`/contacts/${contact.contactId}/priority`, { baseMilli: firstBaseMilli }),
        t('floor.isFirst'),
      ),
    move: (contact: FloorContact, queueId: string) =>
      attempt(() => put(`/contacts/${contact.contactId}/queue`, { queueId }), t('floor.moved')),
    signOut: (agent: FloorAgent) =>
      attempt(() => remove(`/agents/${agent.id}/presence`), t('floor.signedOut', { name: agent.name })),
  };
}
