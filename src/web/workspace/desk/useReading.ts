import { useEffect, useSyncExternalStore } from 'react';
import type { Conversation } from '../../shared/model';
import { queries } from '../queries';
import { markRead } from './conversation';
import { expectDesk } from './desk';

/** Tells the server how far the agent has read, while the conversation is in front of him. */
export function useReading(conversation: Conversation | undefined): void {
  const looking = useSyncExternalStore(
    subscribe,
    () => document.visibilityState === 'visible' && document.hasFocus(),
  );
  const last = conversation?.messages.findLast(message => message.author.kind === 'customer')?.number;
  const id = conversation?.id;
  useEffect(() => {
    if (!looking || id === undefined || last === undefined) return;
    expectDesk(desk => ({
      ...desk,
      contacts: desk.contacts.map(contact =>
        contact.conversationId === id ? { ...contact, unread: 0 } : contact,
      ),
    }));
    markRead(id, last).catch(() => void queries.invalidateQueries({ queryKey: ['desk'] }));
  }, [looking, id, last]);
}

function subscribe(listener: () => void) {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}
