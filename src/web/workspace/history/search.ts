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

/** A list that may still change is asked for again so often, in milliseconds. */
const askAgain = 5_000;

/** So long after its end a contact's wrap-up may still come into the history, in milliseconds. */
const settles = 60_000;

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
    refetchInterval: ({ state: { data } }) =>
      data?.pages.length === 1 && data.pages.some(page => mayChange(page.entries)) && askAgain,
  });
}

/** History follows the floor a little later: nothing found yet, contacts that are open, and those that have just ended. */
const mayChange = (entries: SearchHistoryResponse['entries']) =>
  entries.length === 0 ||
  entries.some(({ endedAt }) => endedAt === null || Date.now() - Date.parse(endedAt) < settles);

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
