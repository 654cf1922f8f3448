import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ListAgentsAgentView } from '../../../shared/api';
import { get } from '../../../shared/http';
import { useSignedIn } from '../../access/session';
import type { Person } from '../../people/person';

/** People who may answer customers and to whom nothing is routed yet: with their first skill or team it is. */
export function useNewcomers(agents: readonly ListAgentsAgentView[] | undefined): ListAgentsAgentView[] {
  const mayPeople = useSignedIn().permissions.includes('manage-people');
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => get<Person[]>('/people'),
    enabled: mayPeople,
  }).data;
  return useMemo(() => {
    if (!agents || !people) return [];
    const known = new Set(agents.map(agent => agent.id));
    return people
      .filter(person => person.roles.some(role => role === 'agent' || role === 'lead'))
      .filter(person => person.status !== 'deactivated')
      .filter(person => !known.has(person.id))
      .map(newcomer);
  }, [agents, people]);
}

function newcomer({ id, name, partners }: Person): ListAgentsAgentView {
  return {
    id,
    name,
    settings: {
      version: 0,
      teamId: null,
      vendorId: null,
      trust: 0,
      skills: [],
      partners,
      queues: [],
      channels: [],
      weight: 10,
      takesFromLongest: false,
    },
  };
}
