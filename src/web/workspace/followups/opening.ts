import { useSyncExternalStore } from 'react';
import type { DeskContact } from '../../shared/model';

/** What the dialog is open for: a contact, nothing in particular (null), or it is closed (undefined). */
let about: DeskContact | null | undefined;
const listeners = new Set<() => void>();

/** Opens the dialog from wherever somebody is. */
export function openFollowUp(contact?: DeskContact): void {
  change(contact ?? null);
}

export function closeFollowUp(): void {
  change(undefined);
}

export function useOpening(): DeskContact | null | undefined {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => about,
  );
}

function change(next: typeof about) {
  about = next;
  for (const listener of listeners) listener();
}
