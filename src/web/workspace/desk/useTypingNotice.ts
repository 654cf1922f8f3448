import { useRef } from 'react';
import type { Line } from '../live/line';

const atMostEveryMs = 2500;

/**
 * Returns what to call on each key: colleagues who look on, and the customer when it is for him, are told now and then that
 * the agent is writing.
 */
export function useTypingNotice(line: Line, conversationId: string, toCustomer: boolean): () => void {
  const last = useRef({ at: 0, toCustomer });
  return () => {
    const now = Date.now();
    if (now - last.current.at < atMostEveryMs && last.current.toCustomer === toCustomer) return;
    last.current = { at: now, toCustomer };
    line.typing(conversationId, toCustomer);
  };
}
