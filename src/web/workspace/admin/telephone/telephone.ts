import { useQuery } from '@tanstack/react-query';
import type { ListNumbersResponse, ListPhonesResponse, ListPromptsResponse } from '../../../shared/api';
import { get } from '../../../shared/http';
import type { FlowStep } from './steps';

export type Plan = { id: string; version: number; partnerId: string; name: string; steps: FlowStep[] };

export function useNumbers() {
  return useQuery({
    queryKey: ['telephone-numbers'],
    queryFn: async () => (await get<ListNumbersResponse>('/telephone-numbers')).numbers,
  });
}

export function usePlans() {
  return useQuery({
    queryKey: ['answering-plans'],
    queryFn: async () => (await get<{ plans: Plan[] }>('/answering-plans')).plans,
  });
}

/** Desk phones and trunks; read again while the page is open, for phones come and go by themselves. */
export function usePhones() {
  return useQuery({
    queryKey: ['phones'],
    queryFn: () => get<ListPhonesResponse>('/phones'),
    refetchInterval: 10_000,
  });
}

export function usePrompts() {
  return useQuery({ queryKey: ['prompts'], queryFn: () => get<ListPromptsResponse>('/prompts') });
}
