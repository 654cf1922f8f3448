import { useQuery } from '@tanstack/react-query';
import type {
  ListAgentsAgentView,
  ListAgentsResponse,
  ListEmergenciesEmergencyView,
  ListQueuesQueueView,
  ShowOrganisationResponse,
} from '../../../shared/api';
import { get } from '../../../shared/http';

/** Partners, skills, teams, vendors, reasons for being away and opening hours. */
export function useOrganisation() {
  return useQuery({
    queryKey: ['organisation'],
    queryFn: () => get<ShowOrganisationResponse>('/organisation'),
  });
}

/** Queues with all their settings. */
export function useQueues() {
  return useQuery({ queryKey: ['queues'], queryFn: () => get<ListQueuesQueueView[]>('/queues') });
}

/** Every agent with what routing knows, all pages of them. */
export function useAgents() {
  return useQuery({ queryKey: ['agents'], queryFn: allAgents });
}

export function useEmergencies() {
  return useQuery({
    queryKey: ['emergencies'],
    queryFn: () => get<ListEmergenciesEmergencyView[]>('/emergencies'),
  });
}

async function allAgents(): Promise<ListAgentsAgentView[]> {
  const agents: ListAgentsAgentView[] = [];
  let next: string | null = null;
  do {
    const page: ListAgentsResponse = await get(`/agents${next ? `?after=${next}` : ''}`);
    agents.push(...page.agents);
    next = page.next;
  } while (next);
  return agents;
}
