import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ShowFloorTrendTrendView } from '../../shared/api';
import { get } from '../../shared/http';
import type { Floor } from '../../shared/model';

/** While a hand moves the slider nothing is asked for. */
const settlesAfterMs = 150;
const trendEveryMs = 150_000;

/** The floor as it was at an instant; while another is fetched the last one stays. Null: nothing is asked for. */
export function usePastFloor(at: number | null) {
  const [settled, setSettled] = useState(at);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(at), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [at]);
  return useQuery({
    queryKey: ['past-floor', settled],
    queryFn: () => get<Floor>(`/floor/past?at=${new Date(settled ?? 0).toISOString()}`),
    enabled: at !== null && settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
}

/** How many waited in each queue over the last hours. */
export function useTrend() {
  return useQuery({
    queryKey: ['floor-trend'],
    queryFn: () => get<ShowFloorTrendTrendView>('/floor/trend'),
    refetchInterval: trendEveryMs,
    staleTime: trendEveryMs,
    retry: false,
  }).data;
}

/** How many waited in all queues together at each point. */
export function sumOf(queues: { waiting: number[] }[]): number[] {
  const points = Math.max(0, ...queues.map(queue => queue.waiting.length));
  return Array.from({ length: points }, (_, point) =>
    queues.reduce((sum, queue) => sum + (queue.waiting[point] ?? 0), 0),
  );
}
