import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from '../shared/http';

const attempts = 3;

// What comes in is shown in this turn: the library would wait for a timer, behind whatever else the browser has to do.
notifyManager.setScheduler(queueMicrotask);

/** What this browser knows of the server's state. An answer that says "not signed in" leads back to the sign-in page. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: error => forgetSessionAfter(error) }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < attempts,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', onError: error => forgetSessionAfter(error) },
  },
});

function forgetSessionAfter(error: Error) {
  if (error instanceof Refused && error.type === 'sign-in-needed') queries.setQueryData(['session'], null);
}
