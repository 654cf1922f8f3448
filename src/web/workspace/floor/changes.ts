import type { Floor, FloorAgent, FloorContact, FloorQueue } from '../../shared/model';

/** What is different on the floor since an earlier instant; `since` is null for a whole floor. */
export type FloorChanges = {
  since: string | null;
  at: string;
  sequence: number;
  kpis: Floor['kpis'];
  queues: FloorQueue[];
  agents: FloorAgent[];
  waiting: FloorContact[];
  gone: string[];
};

/**
 * The floor with the changes in it. What did not change stays the same object, so that nothing of it is drawn again.
 * Undefined when changes before these are missing; the same floor when these are older than it is.
 */
export function withChanges(floor: Floor, changes: FloorChanges): Floor | undefined {
  const shown = Date.parse(floor.at);
  if (Date.parse(changes.at) <= shown) return floor;
  if (changes.since !== null && shown < Date.parse(changes.since)) return undefined;
  const { at, sequence, kpis } = changes;
  const isWhole = changes.since === null;
  const gone = new Set(changes.gone);
  const merge = <T>(shown: T[], changed: T[], id: (item: T) => string) =>
    isWhole ? changed : merged(shown, changed, gone, id);
  return {
    at,
    sequence,
    kpis,
    queues: merge(floor.queues, changes.queues, queue => queue.id),
    agents: merge(floor.agents, changes.agents, agent => agent.id),
    waiting: merge(floor.waiting, changes.waiting, contact => contact.contactId),
  };
}

function merged<T>(shown: T[], changed: T[], gone: Set<string>, id: (item: T) => string): T[] {
  if (changed.length === 0 && (gone.size === 0 || !shown.some(item => gone.has(id(item))))) return shown;
  const fresh = new Map(changed.map(item => [id(item), item]));
  const kept = shown
    .filter(item => !gone.has(id(item)))
    .map(item => {
      const next = fresh.get(id(item)) ?? item;
      fresh.delete(id(item));
      return next;
    });
  return [...kept, ...fresh.values()];
}
