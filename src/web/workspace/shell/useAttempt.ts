import { useState } from 'react';
import { queries } from '../queries';
import { useProblemText } from './problem';
import { toast } from './toast';

/**
 * Runs a command of a page: one at a time, with the refusal in words as a toast, and with what it may have changed read
 * anew. Returns the answer; undefined when it was refused.
 */
export function useAttempt(...changes: string[]) {
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);

  async function attempt<T>(command: () => Promise<T>, done?: string): Promise<T | undefined> {
    setBusy(true);
    try {
      const answer = await command();
      if (done) toast(done);
      return answer;
    } catch (error) {
      toast(problemText(error), 'refused');
      return undefined;
    } finally {
      setBusy(false);
      for (const key of changes) void queries.invalidateQueries({ queryKey: [key] });
    }
  }

  return { attempt, busy };
}
