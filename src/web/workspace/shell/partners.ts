import type { Partner } from '../../shared/model';
import { useSignedIn } from '../access/session';

/** The partners that the person may see, by name. */
export function usePartners(): Partner[] {
  return useSignedIn().partners;
}
