import { useEffect, useRef } from 'react';
import type { Conversation } from '../../shared/model';

/** A message counts as read when it has stood before the person for this long, or when he has typed since it came. */
const readAfterMs = 1000;

/** How far the writer of a reply has read: goes with the reply, which is refused when somebody wrote after that. */
export function useReadTo(conversation: Conversation | undefined) {
  const shown = conversation?.messages.at(-1)?.number ?? 0;
  const read = useRef(shown);
  if (read.current === 0) read.current = shown;

  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') read.current = shown;
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [shown]);

  return {
    number: () => read.current,
    look: () => {
      read.current = shown;
    },
  };
}
