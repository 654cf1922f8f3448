import { useQuery } from '@tanstack/react-query';
import { get, post, Refused, remove } from '../../shared/http';
import type { Session } from '../../shared/model';
import { queries } from '../queries';

/** The session of this browser; null when nobody is signed in. */
export function useSession(enabled = true) {
  return useQuery({
    queryKey: ['session'],
    queryFn: readSession,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The session within the shell, where somebody is signed in. */
export function useSignedIn(): Session {
  const session = queries.getQueryData<Session | null>(['session']);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}

export async function signIn(credentials: { email: string; password: string; code?: string }): Promise<void> {
  await post('/session', credentials);
  await queries.fetchQuery({ queryKey: ['session'], queryFn: readSession, staleTime: 0 });
}

export async function signOut(): Promise<void> {
  await remove('/session');
  endSession();
}

/** Forgets all that was read from the server; the sign-in page follows. Drafts stay: they are the person's own. */
export function endSession(): void {
  queries.removeQueries({ predicate: query => query.queryKey[0] !== 'session' });
  queries.setQueryData(['session'], null);
}

async function readSession(): Promise<Session | null> {
  try {
    return await get<Session>('/session');
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}
