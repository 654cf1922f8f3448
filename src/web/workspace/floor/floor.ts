import { useQuery } from '@tanstack/react-query';
import { setServerTime } from '../../shared/clock';
import { get } from '../../shared/http';
import type { Floor } from '../../shared/model';
import { queries } from '../queries';

export function useFloor() {
  return useQuery({ queryKey: ['floor'], queryFn: readFloor, staleTime: 5000 });
}

/** Takes a newer floor from the live line, once the page has been opened. */
export function takeFloor(floor: Floor): void {
  setServerTime(floor.at);
  queries.setQueryData<Floor>(['floor'], shown => (shown && shown.sequence > floor.sequence ? shown : floor));
}

async function readFloor(): Promise<Floor> {
  const floor = await get<Floor>('/floor');
  setServerTime(floor.at);
  return floor;
}
