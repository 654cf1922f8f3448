import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** A contact that was just taken is on its way to the desk; one that does not come in this time is not ours. */
const awaitedForMs = 3000;

/** Leaves the address of a contact that is done or was never here: the desk then shows what is next. */
export function useReturnWhenGone(contactId: string | undefined, isAbsent: boolean): void {
  const navigate = useNavigate();
  const seen = useRef<string | undefined>(undefined);
  if (contactId && !isAbsent) seen.current = contactId;

  useEffect(() => {
    if (!contactId || !isAbsent) return;
    const leave = () => void navigate({ to: '/desk', replace: true });
    if (seen.current === contactId) {
      leave();
      return;
    }
    const timer = setTimeout(leave, awaitedForMs);
    return () => clearTimeout(timer);
  }, [contactId, isAbsent, navigate]);
}
