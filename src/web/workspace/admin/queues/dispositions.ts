import type { QueueRequestDisposition } from '../../../shared/api';
import { newId } from '../../../shared/identity';

const under = ' > ';
const ready = '* ';

/** One disposition a line; what stands under a heading is written "Delivery > Late", what stands ready "* Bought". */
export function linesOf(dispositions: readonly QueueRequestDisposition[]): string {
  return dispositions
    .map(({ heading, name, usual }) => (usual ? ready : '') + (heading ? heading + under : '') + name)
    .join('\n');
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
      const usual = line.startsWith('*');
      const [first = '', ...rest] = line
        .slice(usual ? 1 : 0)
        .split('>')
        .map(part => part.trim());
      const [heading, name] = rest.length > 0 ? [first, rest.join(' ')] : [null, first];
      const known = before.find(other => other.name === name && (other.heading ?? null) === heading);
      return { id: known?.id ?? newId(), name, heading, usual };
    });
}
