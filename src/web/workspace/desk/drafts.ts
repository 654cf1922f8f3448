import { useSyncExternalStore } from 'react';
import type { DeskContact, File } from '../../shared/model';
import type { Effects } from '../replies/effects';

/** For whom one writes: what a text, its suggestions and its draft need to know of a contact. */
export type Addressee = Pick<
  DeskContact,
  'contactId' | 'language' | 'partner' | 'queue' | 'customer' | 'state'
>;

/** What a person has written for a contact and not yet sent. */
export type Draft = {
  tab: 'reply' | 'note';
  reply: string;
  note: string;
  files: File[];
  /** What macros that were chosen will do when the reply is sent. */
  effects: Effects;
  /** Colleagues whose names were put into the note. */
  mentioned: { id: string; name: string }[];
  disposition?: string;
  wrapUpNote: string;
};

export const noEffects: Effects = { tag: null, disposition: null, note: null, snoozeMinutes: null };

/** A second macro adds to the first; where both say something, the later one wins. */
export function mergedEffects(first: Effects, second: Effects): Effects {
  return {
    tag: second.tag ?? first.tag,
    disposition: second.disposition ?? first.disposition,
    note: second.note ?? first.note,
    snoozeMinutes: second.snoozeMinutes ?? first.snoozeMinutes,
  };
}

const prefix = 'centrala.draft.';
const keptDays = 30;
const empty: Draft = {
  tab: 'reply',
  reply: '',
  note: '',
  files: [],
  effects: noEffects,
  mentioned: [],
  wrapUpNote: '',
};

const known = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** A contact's draft, the same wherever it is shown, and how to change a part of it. It lives through reloads. */
export function useDraft(personId: string, contactId: string): [Draft, (part: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(subscribe, () => readDraft(personId, contactId));
  return [draft, part => keepDraft(personId, contactId, part)];
}

function readDraft(personId: string, contactId: string): Draft {
  const key = keyOf(personId, contactId);
  let draft = known.get(key);
  if (!draft) {
    const stored = localStorage.getItem(key);
    draft = stored ? { ...empty, ...JSON.parse(stored) } : empty;
    known.set(key, draft!);
  }
  return draft!;
}

function keepDraft(personId: string, contactId: string, part: Partial<Draft>): void {
  const draft = { ...readDraft(personId, contactId), ...part };
  const key = keyOf(personId, contactId);
  known.set(key, draft);
  localStorage.setItem(key, JSON.stringify({ ...draft, keptAt: Date.now() }));
  for (const listener of listeners) listener();
}

export function dropDraft(personId: string, contactId: string): void {
  known.delete(keyOf(personId, contactId));
  localStorage.removeItem(keyOf(personId, contactId));
  for (const listener of listeners) listener();
}

/** Removes drafts of contacts that nobody took up again for a month. */
export function dropOldDrafts(now: number): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) {
    const { keptAt } = JSON.parse(localStorage.getItem(key)!);
    if (now - keptAt > keptDays * 86_400_000) localStorage.removeItem(key);
  }
}

function keyOf(personId: string, contactId: string) {
  return `${prefix}${personId}.${contactId}`;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
