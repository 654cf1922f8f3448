/** Signs that open a list of suggestions while one writes: saved replies, colleagues, small pictures. */
export type Sign = '/' | '@' | ':';

/** The sign before the caret, where it stands, and what was typed since. */
export type Trigger = { sign: Sign; from: number; wanted: string };

const longestWanted = 32;
const beginsWord = /(?:^|[\s(])([/@:])([\p{L}\p{N}_.-]*)$/u;

/** What the writer is looking for; null when he just writes. A sign within a word (https://, 12:30) is no question. */
export function triggerAt(text: string, caret: number, signs: readonly Sign[]): Trigger | null {
  const found = beginsWord.exec(text.slice(0, caret));
  if (!found) return null;
  const [, sign, wanted] = found as unknown as [string, Sign, string];
  if (!signs.includes(sign) || wanted.length > longestWanted) return null;
  // A colon and a letter or two are more often a smiley or a mistake than a search.
  if (sign === ':' && wanted !== '' && !/^\p{L}{2}/u.test(wanted)) return null;
  return { sign, from: caret - wanted.length - 1, wanted };
}
