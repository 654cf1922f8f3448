import type { File } from '../../shared/model';

/** What a person has written for a conversation and not yet sent. */
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

export function readDraft(personId: string, conversationId: string): Draft {
  const stored = localStorage.getItem(keyOf(personId, conversationId));
  return stored ? { ...empty, ...JSON.parse(stored) } : empty;
}

export function keepDraft(personId: string, conversationId: string, change: Partial<Draft>): void {
  const draft = { ...readDraft(personId, conversationId), ...change };
  const key = keyOf(personId, conversationId);
  localStorage.setItem(key, JSON.stringify({ ...draft, keptAt: Date.now() }));
}

export function dropDraft(personId: string, conversationId: string): void {
  localStorage.removeItem(keyOf(personId, conversationId));
}

/** Removes drafts of conversations that nobody took up again for a month. */
export function dropOldDrafts(now: number): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) {
    const { keptAt } = JSON.parse(localStorage.getItem(key)!);
    if (now - keptAt > keptDays * 86_400_000) localStorage.removeItem(key);
  }
}

function keyOf(personId: string, conversationId: string) {
  return `${prefix}${personId}.${conversationId}`;
}
