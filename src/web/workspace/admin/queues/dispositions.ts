import type { QueueRequestDisposition } from '../../../shared/api';
import { newId } from '../../../shared/identity';

const under = ' > ';

/** One disposition a line; what stands under a heading is written "Delivery > Late". */
export function linesOf(dispositions: readonly QueueRequestDisposition[]): string {
  return dispositions.map(({ heading, name }) => (heading ? `${heading}${under}${name}` : name)).join('\n');
}

/** A line that was there before keeps its identity, so that history still knows what it meant. */
export function dispositionsOf(
  text: string,
  before: readonly QueueRequestDisposition[],
): QueueRequestDisposition[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [first = '', ...rest] = line.split('>').map(part => part.trim());
      const [heading, name] = rest.length > 0 ? [first, rest.join(' ')] : [null, first];
      const known = before.find(other => other.name === name && (other.heading ?? null) === heading);
      return known ?? { id: newId(), name, heading };
    });
}
