import { useQuery } from '@tanstack/react-query';
import type { ColleagueView } from '../../../shared/api';
import { get } from '../../../shared/http';
import { useSignedIn } from '../../access/session';
import { rank } from '../../palette/rank';
import type { Suggestion } from './suggestion';

/** Colleagues who can see the conversation, by name. Whoever is chosen is told once the note is kept. */
export function useMentionSuggestions(
  conversationId: string,
  needed: boolean,
  name: (person: ColleagueView) => void,
) {
  const { person: self } = useSignedIn();
  const colleagues = useQuery({
    queryKey: ['colleagues', conversationId],
    queryFn: () => get<ColleagueView[]>(`/conversations/${conversationId}/colleagues`),
    enabled: needed,
    staleTime: 60_000,
  }).data;

  return (wanted: string): Suggestion[] => {
    const others = (colleagues ?? []).filter(person => person.id !== self.id);
    return rank(wanted, others, person => person.name).map(person => ({
      id: person.id,
      mark: '@',
      title: person.name,
      insert: `@${person.name} `,
      chosen: () => name(person),
    }));
  };
}
