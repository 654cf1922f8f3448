import { languageName } from '../../shared/format';
import type { FloorAgent } from '../../shared/model';
import { useDirectory } from '../desk/desk';

/** The queues whose contacts a person has; the languages of who has none. */
export function PlaceOfWork({ agent }: { agent: FloorAgent }) {
  const queues = useDirectory().data?.queues;
  const names = new Set(
    agent.contacts.map(contact => queues?.find(queue => queue.id === contact.queueId)?.name),
  );
  names.delete(undefined);
  return names.size > 0 ? [...names].join(', ') : agent.languages.map(languageName).join(', ');
}
