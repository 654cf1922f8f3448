import { useQuery } from '@tanstack/react-query';
import type { ChoiceView, ExplanationView, HistoryEvent, WaitView } from '../../shared/api';
import { get } from '../../shared/http';

/** Why a contact went to whom it went; asked for only when somebody wants to know. */
export function useExplanation(contactId: string) {
  return useQuery({
    queryKey: ['history', 'explanation', contactId],
    queryFn: () => get<ExplanationView>(`/contacts/${contactId}/explanation`),
    staleTime: 60_000,
    retry: false,
  });
}

const waitsFrom = ['queued', 'step-entered', 'offer-failed', 'contact-reopened'];

/** Whether there is something to ask about an event: an offer, or the begin of a wait. */
export const isExplained = (event: HistoryEvent) =>
  event.kind === 'offered' || waitsFrom.includes(event.kind);

export function choiceOf(told: ExplanationView, event: HistoryEvent): ChoiceView | undefined {
  return told.choices.find(choice => choice.offer === event.offer);
}

/** The stretches of waiting from one event on, until something else happens to the contact. */
export function waitsOf(told: ExplanationView, events: HistoryEvent[], event: HistoryEvent): WaitView[] {
  const from = Date.parse(event.at);
  const next = events.map(other => Date.parse(other.at)).find(at => at > from) ?? Number.POSITIVE_INFINITY;
  return told.waits.filter(wait => Date.parse(wait.from) >= from && Date.parse(wait.from) < next);
}
