import { useEffect, useState } from 'react';
import type { ColleagueView } from '../../shared/api';
import { useSignedIn } from '../access/session';
import { useLine } from '../live/LiveLine';

const typingForMs = 5000;

type Viewers = { conversationId: string; people: ColleagueView[] };
type Typing = { conversationId: string; id: string; name: string };

export type Viewer = ColleagueView & { typing: boolean };

/** The colleagues who have a conversation open too, and which of them are writing. */
export function useViewers(conversationId: string | null | undefined): Viewer[] {
  const line = useLine();
  const { person } = useSignedIn();
  const [people, setPeople] = useState<ColleagueView[]>([]);
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const ends = [
      line.on<Viewers>('conversation.viewers', viewers => {
        if (viewers.conversationId === conversationId) setPeople(viewers.people);
      }),
      line.on<Typing>('conversation.colleague-typing', ({ conversationId: where, id }) => {
        if (where !== conversationId) return;
        setTyping(shown => new Set(shown).add(id));
        clearTimeout(timers.get(id));
        timers.set(
          id,
          setTimeout(() => setTyping(shown => without(shown, id)), typingForMs),
        );
      }),
    ];
    return () => {
      for (const end of ends) end();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [line, conversationId]);

  return people
    .filter(viewer => viewer.id !== person.id)
    .map(viewer => ({ ...viewer, typing: typing.has(viewer.id) }));
}

function without(ids: ReadonlySet<string>, id: string) {
  const left = new Set(ids);
  left.delete(id);
  return left;
}
