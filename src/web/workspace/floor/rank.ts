import type { FloorContact } from '../../shared/model';

/** Thousandths: what the router compares, min(cap, base + slope × seconds waited). */
function rankMilli(contact: FloorContact, now: number): number {
  const waited = Math.max(0, Math.floor((now - Date.parse(contact.since)) / 1000));
  return Math.min(contact.capMilli, contact.baseMilli + contact.slopeMilli * waited);
}

/** The next to be served first: by rank, then by the longer wait. */
export function nextFirst(contacts: FloorContact[], now: number): FloorContact[] {
  return contacts
    .map(contact => ({ contact, rank: rankMilli(contact, now) }))
    .sort((a, b) => b.rank - a.rank || (a.contact.since < b.contact.since ? -1 : 1))
    .map(({ contact }) => contact);
}
