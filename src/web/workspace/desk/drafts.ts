import type { File } from '../../shared/model';

/** What a person has written for a contact and not yet sent. */
export type Draft = {
  tab: 'reply' | 'note';
  reply: string;
  note: string;
  files: File[];
  disposition?: string;
  wrapUpNote: string;
};

const prefix = 'centrala.draft.';
const keptDays = 30;
const empty: Draft = { tab: 'reply', reply: '', note: '', files: [], wrapUpNote: '' };

export function readDraft(personId: string, contactId: string): Draft {
  const stored = localStorage.getItem(keyOf(personId, contactId));
  return stored ? { ...empty, ...JSON.parse(stored) } : empty;
}

export function keepDraft(personId: string, contactId: string, change: Partial<Draft>): void {
  const draft = { ...readDraft(personId, contactId), ...change };
  const key = keyOf(personId, contactId);
  localStorage.setItem(key, JSON.stringify({ ...draft, keptAt: Date.now() }));
}

export function dropDraft(personId: string, contactId: string): void {
  localStorage.removeItem(keyOf(personId, contactId));
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
