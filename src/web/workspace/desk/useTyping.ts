import { useEffect, useState } from 'react';
import { useLine } from '../live/LiveLine';

const shownForMs = 5000;

type Typing = { conversationId: string; who: string };

/** Who is writing in a conversation at the moment, by name; null when nobody is. */
export function useTyping(conversationId: string): string | null {
  const line = useLine();
  const [who, setWho] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stopTyping = line.on<Typing>('conversation.typing', typing => {
      if (typing.conversationId !== conversationId) return;
      setWho(typing.who);
      clearTimeout(timer);
      timer = setTimeout(() => setWho(null), shownForMs);
    });
    // His message is there: he has stopped.
    const stopMessage = line.on<Typing>('conversation.message', message => {
      if (message.conversationId === conversationId) setWho(null);
    });
    return () => {
      stopTyping();
      stopMessage();
      clearTimeout(timer);
    };
  }, [line, conversationId]);
  return who;
}
