import type { Session } from '../../shared/model';
import { useSignedIn } from '../access/session';

/** The partners that the person may see, by name. */
export function usePartners(): Session['partners'] {
  return useSignedIn().partners;
}

/** Where a partner's logo is; a changed one has another address, so that browsers may keep it. */
export function logoAddress(partner: { id: string; logo?: string | null }): string | null {
  return partner.logo ? `/api/partners/${partner.id}/logo?v=${partner.logo}` : null;
}
