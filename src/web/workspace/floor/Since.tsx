import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';

/** A clock that runs by itself: only these few letters are drawn anew each second. */
export function Since({ at }: { at: string }) {
  return <>{clock(secondsSince(at, useNow()))}</>;
}
