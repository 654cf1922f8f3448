import { useQuery } from '@tanstack/react-query';
import { get } from '../../shared/http';
import type { Partner } from '../../shared/model';

/** The partners that the person may see, by name. */
export function usePartners(): Partner[] {
  return useQuery({ queryKey: ['partners'], queryFn: () => get<Partner[]>('/partners') }).data ?? [];
}
