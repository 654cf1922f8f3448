import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  ForecastView,
  ServiceGoal,
  ShowEffectResponse,
  ShowNeedResponse,
  ShowNeedSlotNeed,
} from '../../shared/api';
import { post } from '../../shared/http';

/** Agents by day and slot: for what is expected, and for the upper bound of its interval. */
export type Need = { expected: ShowNeedSlotNeed[][]; high: ShowNeedSlotNeed[][] | null };

/** Asked anew whenever the goal changes; the former answer stays until the next has come. */
export function useNeed(forecast: ForecastView, goal: ServiceGoal) {
  const slots = forecast.starts.length;
  return useQuery({
    queryKey: ['need', forecast.days, goal],
    queryFn: async ({ signal }): Promise<Need> => {
      const values = forecast.days.flatMap(day => day.values.map(value => value ?? 0));
      const highs = forecast.days.flatMap(day => day.high?.map(value => value ?? 0) ?? []);
      const answer = await post<ShowNeedResponse>(
        '/workforce/needs',
        { slotMinutes: forecast.slotMinutes, contacts: [...values, ...highs], goal },
        { key: null, signal },
      );
      const days = chunks(answer.slots, slots);
      const high = days.slice(forecast.days.length);
      return { expected: days.slice(0, forecast.days.length), high: high.length > 0 ? high : null };
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What one agent more or less would do, over the slots that are given. */
export function useEffectOf(slotMinutes: number, contacts: number[], agents: number[], goal: ServiceGoal) {
  return useQuery({
    queryKey: ['effect', slotMinutes, contacts, agents, goal],
    queryFn: ({ signal }) =>
      post<ShowEffectResponse>(
        '/workforce/effects',
        { slotMinutes, contacts, agents, goal },
        { key: null, signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
