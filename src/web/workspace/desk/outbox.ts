import { useSyncExternalStore } from 'react';
import { serverNow } from '../../shared/clock';
import { post, Refused, Unreachable } from '../../shared/http';
import { newId } from '../../shared/identity';
import type { File, Message } from '../../shared/model';
import { queries } from '../queries';
import { addMessages, lastNumberIn } from './conversation';

/** A message on its way. It lives in the browser's storage until the server has it, through reloads and lost lines. */
export type Outgoing = {
  clientId: string;
  conversationId: string;
  personId: string;
  /** A snooze stands in the line too: the contact is set aside when what was written before is there. */
  kind: 'reply' | 'note' | 'snooze';
  text: string;
  files: File[];
  at: string;
  /** Of a reply: the last message that its writer had read. The server refuses it when somebody wrote after that. */
  readTo?: number | undefined;
  /** Of a note: the colleagues whom it names. */
  mentions?: string[];
  snooze?: { contactId: string; minutes: number };
  /** Set when the server refused it: nothing more happens until the person retries or discards it. */
  refused?: unknown;
};

const prefix = 'centrala.outgoing.';
const firstRetryMs = 500;
const longestRetryMs = 8000;

let outgoing: readonly Outgoing[] = [];
const sending = new Set<string>();
const listeners = new Set<() => void>();

export function useOutgoing(conversationId: string): Outgoing[] {
  const all = useSyncExternalStore(subscribe, () => outgoing);
  return all.filter(message => message.conversationId === conversationId);
}

export function send(message: Omit<Outgoing, 'clientId' | 'at'>): void {
  const sent = { ...message, clientId: newId(), at: new Date().toISOString() };
  localStorage.setItem(prefix + sent.clientId, JSON.stringify(sent));
  change([...outgoing, sent]);
  void deliver(sent.conversationId);
}

/** Takes up what an earlier page left unsent. The server knows each by its client id, so a second sending does nothing. */
export function resumeOutgoing(personId: string): void {
  const left = Object.keys(localStorage)
    .filter(key => key.startsWith(prefix))
    .map(key => JSON.parse(localStorage.getItem(key)!) as Outgoing)
    .filter(message => message.personId === personId)
    .sort((a, b) => (a.clientId < b.clientId ? -1 : 1));
  change(left);
  for (const conversationId of new Set(left.map(message => message.conversationId)))
    void deliver(conversationId);
}

export function retry(message: Outgoing): void {
  const { refused: _, ...again } = message;
  change(outgoing.map(other => (other.clientId === message.clientId ? again : other)));
  void deliver(message.conversationId);
}

/** Whether the conversation moved on before the reply got through. */
export function isOvertaken(message: Outgoing): boolean {
  return message.refused instanceof Refused && message.refused.type === 'thread-moved';
}

/** Sends an overtaken reply after its writer has read what is new. */
export function sendAnyway(message: Outgoing, readTo: number): void {
  const { refused: _, ...stored } = { ...message, readTo };
  localStorage.setItem(prefix + stored.clientId, JSON.stringify(stored));
  retry(stored);
}

export function discard(message: Outgoing): void {
  drop(message);
  void deliver(message.conversationId);
}

function drop(message: Outgoing): void {
  localStorage.removeItem(prefix + message.clientId);
  change(outgoing.filter(other => other.clientId !== message.clientId));
}

/** Sends a conversation's messages one after the other, so that they arrive in the order in which they were written. */
async function deliver(conversationId: string): Promise<void> {
  if (sending.has(conversationId)) return;
  sending.add(conversationId);
  let waitMs = firstRetryMs;
  for (let next = firstOf(conversationId); next; next = firstOf(conversationId)) {
    try {
      if (next.snooze) await setAside(next.snooze, conversationId);
      else addMessages(conversationId, [await submit(next)]);
      drop(next);
      waitMs = firstRetryMs;
    } catch (error) {
      if (error instanceof Unreachable) {
        await new Promise(resume => setTimeout(resume, waitMs * (0.5 + Math.random())));
        waitMs = Math.min(longestRetryMs, waitMs * 2);
      } else {
        const refusedId = next.clientId;
        change(outgoing.map(other => (other.clientId === refusedId ? { ...other, refused: error } : other)));
        void queries.invalidateQueries({ queryKey: ['conversation', conversationId] });
      }
    }
  }
  sending.delete(conversationId);
}

function submit(message: Outgoing): Promise<Message> {
  const { clientId, kind, text, files, readTo, mentions } = message;
  const fileIds = files.map(file => file.id);
  return post<Message>(
    `/conversations/${message.conversationId}/messages`,
    { clientId, kind, text, readTo, mentions, ...(fileIds.length > 0 ? { fileIds } : {}) },
    // The client id alone makes it happen once, also over a crash of the server.
    { key: null },
  );
}

function setAside({ contactId, minutes }: NonNullable<Outgoing['snooze']>, conversationId: string) {
  const until = new Date(serverNow() + minutes * 60_000).toISOString();
  return post(`/contacts/${contactId}/snooze`, { until, lastMessage: lastNumberIn(conversationId) });
}

/** What goes next. A contact is set aside only when all that was written before has got through. */
function firstOf(conversationId: string) {
  const mine = outgoing.filter(message => message.conversationId === conversationId);
  const next = mine.find(message => message.refused === undefined);
  return next?.kind === 'snooze' && mine[0] !== next ? undefined : next;
}

function change(next: readonly Outgoing[]) {
  outgoing = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
