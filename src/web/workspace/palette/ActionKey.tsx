import { usePersonalSettings } from '../account/settings';
import type { Action } from './actions';
import { Key } from './Key';
import { keyOf } from './keymap';

/** The key that the reader has for an action, beside a button that does the same; nothing when he has none. */
export function ActionKey({ action }: { action: Action }) {
  const key = keyOf(action, usePersonalSettings());
  return key ? <Key name={key} /> : null;
}
