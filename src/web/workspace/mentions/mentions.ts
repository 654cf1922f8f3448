import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ListMentionsMentionView } from '../../shared/api';
import { get, post } from '../../shared/http';
import { queries } from '../queries';

export type Mention = ListMentionsMentionView;

/** The notes that name the reader, the newest first. The live line says when there is another. */
export function useMentions(): Mention[] {
  return (
    useQuery({ queryKey: ['mentions'], queryFn: () => get<Mention[]>('/mentions'), staleTime: 60_000 })
      .data ?? []
  );
}

export function forgetMentions(): void {
  void queries.invalidateQueries({ queryKey: ['mentions'] });
}

/** Of one conversation, or of all. */
export async function markMentionsRead(conversationId?: string): Promise<void> {
  queries.setQueryData<Mention[]>(['mentions'], shown =>
    shown?.map(mention =>
      conversationId === undefined || mention.conversationId === conversationId
        ? { ...mention, read: true }
        : mention,
    ),
  );
  await post('/mentions/read', { conversationId: conversationId ?? null }).catch(forgetMentions);
}

/** Who has a conversation in front of him has read what names him in it. */
export function useReadMentions(conversationId: string | null | undefined): void {
  const waits = useMentions().some(mention => mention.conversationId === conversationId && !mention.read);
  useEffect(() => {
    if (waits && conversationId) void markMentionsRead(conversationId);
  }, [waits, conversationId]);
}
