import { useSyncExternalStore } from 'react';
import { post, Refused, Unreachable } from '../../shared/http';
import { newId } from '../../shared/identity';
import type { File, Message } from '../../shared/model';
import { queries } from '../queries';
import { addMessages } from './conversation';

/** A message on its way. It lives in the browser's storage until the server has it, through reloads and lost lines. */
export type Outgoing = {
  clientId: string;
  conversationId: string;
  personId: string;
  kind: 'reply' | 'note';
  text: string;
  files: File[];
  at: string;
  /** Of a reply: the last message that its writer had read. The server refuses it when somebody wrote after that. */
  readTo?: number | undefined;
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
      addMessages(conversationId, [await submit(next)]);
      discard(next);
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
  const { clientId, kind, text, files, readTo } = message;
  const fileIds = files.map(file => file.id);
  return post<Message>(
    `/conversations/${message.conversationId}/messages`,
    { clientId, kind, text, readTo, ...(fileIds.length > 0 ? { fileIds } : {}) },
    // The client id alone makes it happen once, also over a crash of the server.
    { key: null },
  );
}

function firstOf(conversationId: string) {
  return outgoing.find(message => message.conversationId === conversationId && message.refused === undefined);
}

function change(next: readonly Outgoing[]) {
  outgoing = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
