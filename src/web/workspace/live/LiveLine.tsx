import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Desk, Session } from '../../shared/model';
import { endSession } from '../access/session';
import { announceMessage } from '../desk/announce';
import { type ConversationMessage, takeMessage, takeReceipt, takeTags } from '../desk/conversation';
import { takeDesk } from '../desk/desk';
import { tellTaken } from '../desk/taken';
import { takeAlert } from '../floor/alerts';
import { takeFloor } from '../floor/floor';
import { forgetMentions } from '../mentions/mentions';
import { queries } from '../queries';
import { forget, takeAnnouncement } from '../shell/Announcements';
import { Line } from './line';

const Context = createContext<Line | null>(null);

/** Opens the live line for the time of the session, and puts what it brings into the queries' cache. */
export function LiveLine({ session, children }: { session: Session; children: ReactNode }) {
  const [line] = useState(() => new Line());

  useEffect(() => {
    const ends = [
      line.on<Desk>('desk', (desk, sequence) => takeDesk({ ...desk, sequence })),
      line.on('floor', takeFloor),
      line.on<ConversationMessage>('conversation.message', news => {
        takeMessage(news);
        if (news.message.author.kind === 'customer') announceMessage();
      }),
      line.on('conversation.receipt', takeReceipt),
      line.on('conversation.tags', takeTags),
      line.on('mentions', forgetMentions),
      line.on('contact.taken', tellTaken),
      line.on('floor.alert', takeAlert),
      line.on('announcement', takeAnnouncement),
      line.on('announcement.acknowledged', forget),
      line.on('announcement.read', () => void queries.invalidateQueries({ queryKey: ['announcements'] })),
      line.on('session.ended', endSession),
      line.onResync(() => {
        for (const key of ['desk', 'conversation', 'floor', 'alerts', 'unread-announcements', 'mentions'])
          void queries.invalidateQueries({ queryKey: [key] });
      }),
    ];
    line.start();
    return () => {
      line.stop();
      for (const end of ends) end();
    };
  }, [line]);

  return (
    <Context value={line} key={session.person.id}>
      {children}
    </Context>
  );
}

export function useLine(): Line {
  return useContext(Context)!;
}

/** Keeps a topic's messages coming while the component is on the screen. */
export function useWatch(topic: string | null): void {
  const line = useLine();
  useEffect(() => (topic ? line.watch(topic) : undefined), [line, topic]);
}
