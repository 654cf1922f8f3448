import { type FormEvent, useState } from 'react';
import { Refused } from '../../shared/http';
import { queries } from '../queries';
import { useProblemText } from './problem';

/**
 * A form's way to the server and back: what was typed stays, the server's objections stand at their fields (`wrong`), anything
 * else below (`problem`). What the command may have changed is read anew.
 */
export function useForm(changes: string[], send: (form: FormData) => Promise<void>) {
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const errors = error instanceof Refused ? error.errors : undefined;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await send(new FormData(event.currentTarget));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
      for (const key of changes) void queries.invalidateQueries({ queryKey: [key] });
    }
  }

  return {
    submit,
    busy,
    problem: error && !errors ? problemText(error) : '',
    /** What the server has against a field, or against a part of it (`hours.monday`). */
    wrong: (field: string) =>
      Object.entries(errors ?? {})
        .filter(([name]) => name === field || name.startsWith(`${field}.`))
        .flatMap(([, messages]) => messages)
        .join(' ') || undefined,
  };
}
