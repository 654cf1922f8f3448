import { useQuery } from '@tanstack/react-query';
import type { SavedReplyView } from '../../shared/api';
import { get } from '../../shared/http';

export type SavedReply = SavedReplyView;

/** All that the reader may see; for a partner only what can be said for it. */
export function useReplies(partnerId?: string, enabled = true) {
  return useQuery({
    queryKey: ['replies', partnerId ?? ''],
    queryFn: () => get<SavedReply[]>(partnerId ? `/replies?partnerId=${partnerId}` : '/replies'),
    enabled,
    staleTime: 60_000,
  });
}

/**
 * One of each shortcut: in the conversation's language, else in a neighbour of it (pt for pt-PT), else in English, else in
 * any; and of two in one language the partner's own.
 */
export function inLanguage(replies: readonly SavedReply[], language: string): SavedReply[] {
  const best = new Map<string, SavedReply>();
  for (const reply of replies) {
    const other = best.get(reply.shortcut);
    if (!other || nearnessOf(reply, language) > nearnessOf(other, language)) best.set(reply.shortcut, reply);
  }
  return [...best.values()];
}

function nearnessOf(reply: SavedReply, language: string): number {
  const nearness =
    reply.language === language
      ? 6
      : baseOf(reply.language) === baseOf(language)
        ? 4
        : baseOf(reply.language) === 'en'
          ? 2
          : 0;
  return nearness + (reply.partnerId ? 1 : 0);
}

function baseOf(language: string) {
  return language.split('-')[0];
}
