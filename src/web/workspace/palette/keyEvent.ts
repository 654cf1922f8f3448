type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The browser needs these itself, or every text field does. */
const taken = new Set(
  ['a', 'c', 'v', 'x', 'z', 'y', 'n', 't', 'w', 'shift+n', 'shift+t', 'shift+w'].map(key => `mod+${key}`),
);

/**
 * The name of the key that was pressed: `j`, `?`, `F2`, `shift+j`, `mod+k` (Ctrl or ⌘). Null with Alt, which with Ctrl is
 * AltGr and types ą, ş and € on many keyboards, and for keys that only move or edit.
 */
export function keyNameOf(event: Pressed): string | null {
  if (event.altKey) return null;
  const isLetter = /^\p{L}$/u.test(event.key);
  const isFunction = /^F([1-9]|1[0-2])$/.test(event.key);
  if (!isLetter && !isFunction && (event.key === ' ' || [...event.key].length !== 1)) return null;
  // A sign such as ? needs Shift on one keyboard and not on another: it is named by what it types.
  const shift = event.shiftKey && (isLetter || isFunction) ? 'shift+' : '';
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  return mod + shift + (isLetter ? event.key.toLowerCase() : event.key);
}

export function isFree(key: string): boolean {
  return !taken.has(key) && key !== 'mod++' && key !== '+';
}

/** Whether a key acts while somebody types: letters and signs must not. */
export function actsWhileTyping(key: string): boolean {
  return key.startsWith('mod+') || /^(shift\+)?F\d+$/.test(key);
}
