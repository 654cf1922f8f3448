import type { Trigger } from './trigger';

/** One thing that a list offers while one writes. */
export type Suggestion = {
  id: string;
  /** In front: a shortcut, a small picture. */
  mark: string;
  title: string;
  detail?: string;
  /** Beside the list while it is chosen: what would be sent, and what else would be done. */
  preview?: { text: string; also: string[] };
  /** Stands for the sign and what was typed after it. */
  insert: string;
  /** Done when it is chosen, beside the text. */
  chosen?: () => void;
};

/** How many a list shows: more are found by typing on. */
export const shownMax = 8;

/** The text with the question replaced, and where the caret stands then. */
export function replaced(text: string, caret: number, trigger: Trigger, insert: string) {
  const head = text.slice(0, trigger.from) + insert;
  return { text: head + text.slice(caret), caret: head.length };
}
