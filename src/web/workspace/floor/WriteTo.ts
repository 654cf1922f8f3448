import { createContext } from 'react';

/** Opens what a lead writes in, addressed to a person: the page has one for all of its tiles. */
export const WriteTo = createContext<(personId: string) => void>(() => undefined);
