import { useQuery } from '@tanstack/react-query';
import { setServerTime } from '../../shared/clock';
import { get } from '../../shared/http';
import type { Floor } from '../../shared/model';
import { queries } from '../queries';
import { type FloorChanges, withChanges } from './changes';

/** Changes that came lately: a floor that is fetched meanwhile is older than they are when it arrives. */
const mostKept = 40;
let latest: FloorChanges[] = [];

export function useFloor() {
  return useQuery({ queryKey: ['floor'], queryFn: readFloor, staleTime: 5000 });
}

/** Takes what is different from the live line. What the floor on the screen is too old for leads to a new one. */
export function takeFloor(changes: FloorChanges): void {
  setServerTime(changes.at);
  latest = changes.since === null ? [changes] : [...latest, changes].slice(-mostKept);
  const shown = queries.getQueryData<Floor>(['floor']);
  if (!shown) return;
  const next = withChanges(shown, changes);
  if (next) queries.setQueryData<Floor>(['floor'], next);
  else if (queries.isFetching({ queryKey: ['floor'] }) === 0)
    void queries.invalidateQueries({ queryKey: ['floor'] });
}

async function readFloor(): Promise<Floor> {
  const floor = await get<Floor>('/floor');
  setServerTime(floor.at);
  return latest.reduce((shown, changes) => withChanges(shown, changes) ?? shown, floor);
}
