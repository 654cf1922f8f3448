import { el } from './dom';

/** Text with its web addresses made into links; everything else stays text. */
export function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g)) {
    parts.push(text.slice(from, found.index));
    parts.push(el('a', { href: found[0], target: '_blank', rel: 'noopener noreferrer nofollow' }, found[0]));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
