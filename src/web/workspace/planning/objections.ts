import { Refused } from '../../shared/http';

/** What the server has against what was sent, field by field, as one text; empty when it named no field. */
export function objections(error: unknown): string {
  return error instanceof Refused
    ? Object.values(error.errors ?? {})
        .flat()
        .join(' ')
    : '';
}
