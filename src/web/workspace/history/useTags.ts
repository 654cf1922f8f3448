import { useQuery } from '@tanstack/react-query';
import { get } from '../../shared/http';

/** The tags of a partner's conversations, or of all that one serves; none for those who may not know. */
export function useTags(partner: string): string[] | undefined {
  return useQuery({
    queryKey: ['tags', partner],
    queryFn: () => get<string[]>(`/tags${partner && `?partnerId=${partner}`}`),
    staleTime: 60_000,
  }).data;
}
