import { useRef } from 'react';
import type { Line } from '../live/line';

const atMostEveryMs = 2500;

/** Returns what to call on each key: the customer is told now and then that the agent is writing. */
export function useTypingNotice(line: Line, conversationId: string): () => void {
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (now - last.current < atMostEveryMs) return;
    last.current = now;
    line.typing(conversationId);
  };
}
