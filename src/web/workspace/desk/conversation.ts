import { useQuery } from '@tanstack/react-query';
import type { ListMessagesResponse } from '../../shared/api';
import { get, post } from '../../shared/http';
import type { Conversation, DeskContact, Message } from '../../shared/model';
import { queries } from '../queries';

export type ConversationMessage = { conversationId: string; message: Message };

type Receipt = { conversationId: string; deliveredTo: number; readTo: number };

export function useConversation(id: string | null | undefined) {
  return useQuery({
    queryKey: ['conversation', id],
    queryFn: () => readConversation(id!),
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Adds a message that came in; when one before it is missing, what is missing is fetched. */
export function takeMessage({ conversationId, message }: ConversationMessage): void {
  const shown = queries.getQueryData<Conversation>(['conversation', conversationId]);
  if (!shown) return;
  const last = shown.messages.at(-1)?.number ?? 0;
  addMessages(conversationId, [message]);
  if (message.number > last + 1)
    void queries.invalidateQueries({ queryKey: ['conversation', conversationId] });
}

export function takeReceipt({ conversationId, deliveredTo, readTo }: Receipt): void {
  const at = new Date().toISOString();
  change(conversationId, conversation => ({
    ...conversation,
    messages: conversation.messages.map(message => {
      if (message.author.kind === 'customer') return message;
      const delivered = message.number <= deliveredTo && !message.deliveredAt;
      const read = message.number <= readTo && !message.readAt;
      if (!delivered && !read) return message;
      return { ...message, ...(delivered ? { deliveredAt: at } : {}), ...(read ? { readAt: at } : {}) };
    }),
  }));
}

export function takeTags({ conversationId, tags }: { conversationId: string; tags: string[] }): void {
  change(conversationId, conversation => ({ ...conversation, tags }));
}

/** Merges messages by number; the later word about one wins. */
export function addMessages(conversationId: string, messages: Message[]): void {
  change(conversationId, conversation => ({
    ...conversation,
    messages: merge(conversation.messages, messages),
  }));
}

export async function readEarlier(conversation: Conversation): Promise<void> {
  if (!conversation.before) return;
  const page = await get<ListMessagesResponse>(
    `/conversations/${conversation.id}/messages?before=${conversation.before}`,
  );
  change(conversation.id, shown => ({
    ...shown,
    messages: merge(shown.messages, page.messages),
    before: page.before ?? null,
  }));
}

/** The number of the last message that this browser has seen of a contact; 0 when it has seen none. */
export function lastNumberOf(contact: DeskContact): number {
  return (contact.conversationId && lastNumberIn(contact.conversationId)) || contact.lastMessage?.number || 0;
}

export function lastNumberIn(conversationId: string): number {
  return queries.getQueryData<Conversation>(['conversation', conversationId])?.messages.at(-1)?.number ?? 0;
}

export function markRead(conversationId: string, number: number): Promise<void> {
  return post(`/conversations/${conversationId}/read`, { number });
}

async function readConversation(id: string): Promise<Conversation> {
  const shown = queries.getQueryData<Conversation>(['conversation', id]);
  const last = shown?.messages.at(-1)?.number;
  if (!shown || last === undefined) return get<Conversation>(`/conversations/${id}`);
  const page = await get<ListMessagesResponse>(`/conversations/${id}/messages?after=${last}`);
  const latest = queries.getQueryData<Conversation>(['conversation', id]) ?? shown;
  return { ...latest, messages: merge(latest.messages, page.messages) };
}

function change(id: string, by: (conversation: Conversation) => Conversation) {
  queries.setQueryData<Conversation>(['conversation', id], conversation => conversation && by(conversation));
}

function merge(shown: Message[], more: Message[]): Message[] {
  const byNumber = new Map(shown.map(message => [message.number, message]));
  for (const message of more) byNumber.set(message.number, { ...byNumber.get(message.number), ...message });
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
