import type { UseQueryResult } from '@tanstack/react-query';
import { useProblemText } from './problem';

/** Why there is nothing to show, in words, and how to ask again; undefined while something is there. */
export function useQueryProblem(query: UseQueryResult) {
  const problemText = useProblemText();
  if (!query.error || query.data !== undefined) return undefined;
  return { text: problemText(query.error), retry: () => void query.refetch() };
}
