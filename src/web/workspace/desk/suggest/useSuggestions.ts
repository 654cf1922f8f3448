import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { replaced, type Suggestion, shownMax } from './suggestion';
import { type Sign, type Trigger, triggerAt } from './trigger';

type Options = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  change: (text: string) => void;
  signs: readonly Sign[];
  find: (trigger: Trigger) => Suggestion[];
};

/**
 * Suggestions for what is being written: which are shown, which one is chosen, and the keys. Up and Down choose, Enter or
 * Tab takes, Escape closes the list until another sign is typed.
 */
export function useSuggestions({ field, text, change, signs, find }: Options) {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [place, setPlace] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const trigger = triggerAt(text, caret, signs);
  const list = trigger && trigger.from !== closedAt ? find(trigger).slice(0, shownMax) : [];
  const chosen = Math.min(place, Math.max(0, list.length - 1));

  function choose(suggestion: Suggestion) {
    if (!trigger) return;
    const next = replaced(text, caret, trigger, suggestion.insert);
    suggestion.chosen?.();
    write(next.text, next.caret);
  }

  /** Puts a sign where the caret is, as if it had been typed: what a button does. */
  function begin(sign: Sign) {
    const at = field.current?.selectionEnd ?? text.length;
    const gap = at > 0 && !/\s/.test(text[at - 1]!) ? ' ' : '';
    setClosedAt(null);
    write(text.slice(0, at) + gap + sign + text.slice(at), at + gap.length + 1);
  }

  function write(next: string, at: number) {
    // At once: the next key may come before the next frame, and belongs behind the caret.
    flushSync(() => {
      change(next);
      setCaret(at);
      setPlace(0);
    });
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  }

  /** @returns Whether the key was the list's. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (list.length === 0 || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((chosen + step + list.length) % list.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(list[chosen]!);
    else if (event.key === 'Escape') setClosedAt(trigger!.from);
    else return false;
    event.preventDefault();
    return true;
  }

  return {
    id,
    sign: trigger?.sign,
    list,
    chosen,
    look: setPlace,
    choose,
    begin,
    onKeyDown,
    /** To be told of every change of the caret. */
    follow: (at: number) => {
      if (at === caret) return;
      setCaret(at);
      setPlace(0);
      if (closedAt !== null && triggerAt(text, at, signs)?.from !== closedAt) setClosedAt(null);
    },
    /** For the field, so that a screen reader says what is chosen. */
    aria: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': list.length > 0 ? id : undefined,
      'aria-activedescendant': list.length > 0 ? `${id}-${chosen}` : undefined,
    },
  };
}
