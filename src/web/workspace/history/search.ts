import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SearchHistoryResponse, ShowContactHistoryResponse } from '../../shared/api';
import { get } from '../../shared/http';

/** What is looked for; an empty field asks for nothing. */
export type Question = {
  text: string;
  partner: string;
  queue: string;
  agent: string;
  channel: string;
  language: string;
  state: string;
  disposition: string;
  tag: string;
  from: string;
  to: string;
};

export const noQuestion: Question = {
  text: '',
  partner: '',
  queue: '',
  agent: '',
  channel: '',
  language: '',
  state: '',
  disposition: '',
  tag: '',
  from: '',
  to: '',
};

/** Contacts, the newest first, page by page. What was found last stays until the next answer has come. */
export function useSearch(question: Question) {
  const address = addressOf(question);
  return useInfiniteQuery({
    queryKey: ['history', address],
    queryFn: ({ pageParam, signal }) =>
      get<SearchHistoryResponse>(`/history?${address}${pageParam ? `&cursor=${pageParam}` : ''}`, { signal }),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export function useContactHistory(contactId: string) {
  return useQuery({
    queryKey: ['history', 'contact', contactId],
    queryFn: () => get<ShowContactHistoryResponse>(`/history/${contactId}`),
    staleTime: 10_000,
  });
}

function addressOf({ from, to, ...rest }: Question) {
  const asked = Object.entries({ ...rest, from: from && midnight(from, 0), to: to && midnight(to, 1) });
  return new URLSearchParams(asked.filter(([, value]) => value.trim() !== '')).toString();
}

/** The instant at which a day of this computer's calendar begins. */
function midnight(day: string, later: number) {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
