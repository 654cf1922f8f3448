type Place = { text?: string; contact?: string };

/** What the address of the history says: the words that are looked for, and the contact that is open beside. */
export function placeInHistory(address: Record<string, unknown>): Place {
  const place: Place = {};
  if (typeof address.text === 'string' && address.text !== '') place.text = address.text;
  if (typeof address.contact === 'string') place.contact = address.contact;
  return place;
}
