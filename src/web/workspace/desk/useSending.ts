import { useSignedIn } from '../access/session';
import { useDeskActions } from './actions';
import { useDirectory } from './desk';
import { type Addressee, type Draft, useDraft } from './drafts';
import { send } from './outbox';

/** Sends what was written and does what the chosen macros do; what needs the reply to be there waits for it. */
export function useSending(contact: Addressee, conversationId: string) {
  const personId = useSignedIn().person.id;
  const [, change] = useDraft(personId, contact.contactId);
  const { tag } = useDeskActions();
  const dispositions = useDirectory().data?.dispositions ?? [];
  const common = { conversationId, personId };

  return {
    reply({ reply, files, effects }: Draft, readTo: number) {
      const text = reply.trim();
      if (text !== '' || files.length > 0) send({ ...common, kind: 'reply', text, files, readTo });
      if (effects.note) send({ ...common, kind: 'note', text: effects.note, files: [] });
      if (effects.tag) void tag(conversationId, effects.tag);
      const disposition = dispositions.find(
        one => one.queueId === contact.queue.id && one.name === effects.disposition,
      );
      if (disposition) change({ disposition: disposition.id });
      if (effects.snoozeMinutes) {
        const snooze = { contactId: contact.contactId, minutes: effects.snoozeMinutes };
        send({ ...common, kind: 'snooze', text: '', files: [], snooze });
      }
    },

    note({ note, files, mentioned }: Draft) {
      const mentions = mentioned.filter(person => note.includes(`@${person.name}`)).map(person => person.id);
      send({ ...common, kind: 'note', text: note.trim(), files, mentions });
    },
  };
}
