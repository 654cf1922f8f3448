import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../shared/clock';
import { languageName } from '../../../shared/format';
import { useSignedIn } from '../../access/session';
import { rank } from '../../palette/rank';
import { type Effects, effectsOf } from '../../replies/effects';
import { fill } from '../../replies/placeholders';
import { inLanguage, type SavedReply, useReplies } from '../../replies/replies';
import type { Addressee } from '../drafts';
import type { Suggestion } from './suggestion';

/** The saved replies that can be used in a contact, filled in for it, in its language as far as there are any. */
export function useReplySuggestions(contact: Addressee, needed: boolean, use: (effects: Effects) => void) {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  const replies = useReplies(contact.partner.id, needed).data ?? [];

  function suggestion(reply: SavedReply): Suggestion {
    const filled = (text: string) =>
      fill(text, {
        customer: contact.customer.name,
        agent: person.name,
        partner: contact.partner.name,
        queue: contact.queue.name,
        language: reply.language,
        now: new Date(serverNow()),
      });
    const note = reply.note ? filled(reply.note) : null;
    const text = filled(reply.text);
    return {
      id: reply.id,
      mark: `/${reply.shortcut}`,
      title: reply.title,
      ...(reply.language === contact.language ? {} : { detail: languageName(reply.language) }),
      preview: { text, also: effectsOf(reply, t) },
      insert: text,
      chosen: () =>
        use({ tag: reply.tag, disposition: reply.disposition, note, snoozeMinutes: reply.snoozeMinutes }),
    };
  }

  return (wanted: string): Suggestion[] => {
    const fitting = inLanguage(replies, contact.language);
    return rank(wanted, fitting, reply => `${reply.shortcut} ${reply.title}`).map(suggestion);
  };
}
