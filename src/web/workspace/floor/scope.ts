import type { Floor, Partner } from '../../shared/model';

export function partnersOf(floor: Floor): Partner[] {
  const byId = new Map(floor.queues.map(queue => [queue.partner.id, queue.partner]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The floor of one partner; the whole floor for null. People stay who serve that partner. */
export function ofPartner(floor: Floor, partnerId: string | null): Floor {
  if (partnerId === null) return floor;
  const queues = floor.queues.filter(queue => queue.partner.id === partnerId);
  const name = queues[0]?.partner.name ?? '';
  const ids = new Set(queues.map(queue => queue.id));
  return {
    ...floor,
    queues,
    agents: floor.agents.filter(agent => agent.partnerNames.includes(name)),
    waiting: floor.waiting.filter(contact => ids.has(contact.queueId)),
  };
}
