import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Something a person can do now. It appears in the palette under its title, in the list of keys, and runs at its key:
 * a name of KeyboardEvent.key, with `mod+` for Ctrl or ⌘. Letters work outside of text fields only.
 */
export type Command = {
  id: string;
  title: string;
  key?: string;
  run: () => void;
};

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

/** Offers commands while the component is on the screen. The newest wins where two want the same key. */
export function useCommands(offered: Command[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const shape = offered.map(command => `${command.id}|${command.title}|${command.key}`).join('\n');

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

/** Runs the command whose key was pressed. One listener on the window serves the whole workspace. */
export function runKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const found = commands.find(command => command.key && matches(command.key, event));
  if (!found) return;
  event.preventDefault();
  found.run();
}

function matches(key: string, event: KeyboardEvent) {
  const modified = event.ctrlKey || event.metaKey;
  if (key.startsWith('mod+')) return modified && event.key.toLowerCase() === key.slice(4);
  if (modified || event.key.toLowerCase() !== key.toLowerCase()) return false;
  return key.length > 1 || !isWriting(event.target);
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
