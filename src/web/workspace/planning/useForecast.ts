import { useEffect, useRef, useState } from 'react';
import type { ForecastStep, ForecastView, MakeForecastRequest } from '../../shared/api';
import { postForLines } from '../../shared/http';

/**
 * A forecast on its way: how far it is, what came of it, or why nothing did, and how many were made here. It stops when its
 * page is left.
 */
export function useForecast() {
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [result, setResult] = useState<ForecastView | null>(null);
  const [made, setMade] = useState(0);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => () => running.current?.abort(), []);

  async function make(request: MakeForecastRequest) {
    const mine = new AbortController();
    running.current?.abort();
    running.current = mine;
    setProgress(0);
    setError(null);
    try {
      await postForLines<ForecastStep>('/workforce/forecasts', request, mine.signal, step => {
        setProgress(step.done / step.of);
        if (!step.result) return;
        setResult(step.result);
        setMade(before => before + 1);
      });
    } catch (refusal) {
      if (!mine.signal.aborted) setError(refusal);
    } finally {
      if (running.current === mine) setProgress(null);
    }
  }

  return { make, stop: () => running.current?.abort(), progress, result, made, error };
}
