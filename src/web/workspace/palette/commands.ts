import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type PersonalSettings, settingsNow } from '../account/settings';
import { type Action, actions } from './actions';
import { actsWhileTyping, keyNameOf } from './keyEvent';
import { keyOf } from './keymap';

/**
 * Something a person can do now. It appears in the palette under its title. One whose id is an action of actions.ts also
 * stands in the list of keys and runs at the key that the person has for it; letters act outside of text fields only.
 */
export type Command = {
  id: string;
  title: string;
  run: () => void;
};

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

/** Offers commands while the component is on the screen. The newest wins where two want the same key. */
export function useCommands(offered: Command[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const shape = offered.map(command => `${command.id}|${command.title}`).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the commands do is read when they run; only their shape matters here.
  useEffect(() => {
    const mine = latest.current.map(command => ({
      ...command,
      run: () => latest.current.find(other => other.id === command.id)?.run(),
    }));
    change([...mine, ...commands]);
    return () => change(commands.filter(command => !mine.includes(command)));
  }, [shape]);
}

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => commands);
}

/** The key that runs a command for this person; empty when there is none. */
export function keyOfCommand(command: Command, settings: PersonalSettings): string {
  return command.id in actions ? keyOf(command.id as Action, settings) : '';
}

/** Runs the command whose key was pressed. One listener on the window serves the whole workspace. */
export function runKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || sendForm(event)) return;
  const key = keyNameOf(event);
  if (key === null || (isWriting(event.target) && !actsWhileTyping(key))) return;
  const settings = settingsNow();
  const found = commands.find(command => keyOfCommand(command, settings) === key);
  if (!found) return;
  event.preventDefault();
  found.run();
}

/** Ctrl or ⌘ with Enter sends the form in which somebody writes, from any of its fields. */
function sendForm(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
  const form = event.target instanceof Element && event.target.closest('form');
  if (!form) return false;
  event.preventDefault();
  form.requestSubmit();
  return true;
}

function isWriting(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select, [contenteditable], [role=menuitem]')
  );
}

function change(next: readonly Command[]) {
  commands = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
