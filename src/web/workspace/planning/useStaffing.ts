import { useEffect, useRef, useState } from 'react';
import type { StaffTogetherRequest, StaffTogetherStaffingStep } from '../../shared/api';
import { postForLines } from '../../shared/http';

type Result = { asked: StaffTogetherRequest; step: StaffTogetherStaffingStep };

/** A search for who serves several queues together: how many staffings were tried, and what came of it. */
export function useStaffing() {
  const running = useRef<AbortController | null>(null);
  const [tries, setTries] = useState<number | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => () => running.current?.abort(), []);

  async function find(asked: StaffTogetherRequest) {
    const mine = new AbortController();
    running.current?.abort();
    running.current = mine;
    setTries(0);
    setError(null);
    try {
      await postForLines<StaffTogetherStaffingStep>('/workforce/staffings', asked, mine.signal, step => {
        setTries(step.tries);
        if (step.result) setResult({ asked, step });
      });
    } catch (refusal) {
      if (!mine.signal.aborted) setError(refusal);
    } finally {
      if (running.current === mine) setTries(null);
    }
  }

  return { find, stop: () => running.current?.abort(), tries, result, error };
}
