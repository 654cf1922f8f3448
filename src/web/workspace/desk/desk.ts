import { useQuery } from '@tanstack/react-query';
import { setServerTime } from '../../shared/clock';
import { get } from '../../shared/http';
import type { Desk, DeskContact, Directory } from '../../shared/model';
import { useSession } from '../access/session';
import { queries } from '../queries';

/** The signed-in agent's desk; no data for who has none. */
export function useDesk() {
  const agentId = useSession().data?.agentId;
  return useQuery({
    queryKey: ['desk'],
    queryFn: readDesk,
    enabled: Boolean(agentId),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useContact(contactId: string | undefined): DeskContact | undefined {
  return useDesk().data?.contacts.find(contact => contact.contactId === contactId);
}

export function useDirectory() {
  return useQuery({
    queryKey: ['directory'],
    queryFn: () => get<Directory>('/directory'),
    staleTime: 60_000,
  });
}

/** Takes a newer desk from the live line; an older one than is shown is dropped. */
export function takeDesk(desk: Desk): void {
  setServerTime(desk.at);
  queries.setQueryData<Desk>(['desk'], shown => (shown && shown.sequence > desk.sequence ? shown : desk));
}

/** Shows at once what a command will do; the server's next desk confirms or corrects it. */
export function expectDesk(change: (desk: Desk) => Desk): void {
  queries.setQueryData<Desk>(['desk'], desk => desk && change(desk));
}

async function readDesk(): Promise<Desk> {
  const desk = await get<Desk>('/desk');
  setServerTime(desk.at);
  const shown = queries.getQueryData<Desk>(['desk']);
  return shown && shown.sequence > desk.sequence ? shown : desk;
}
