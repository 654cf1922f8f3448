import { type ReactNode, useEffect, useState } from 'react';
import type { Session } from '../../shared/model';
import { useAppliedSettings } from '../account/useAppliedSettings';
import { allowSound } from '../desk/announce';
import { dropOldDrafts } from '../desk/drafts';
import { OfferBar } from '../desk/OfferBar';
import { resumeOutgoing } from '../desk/outbox';
import { StateMenu } from '../desk/StateMenu';
import { FollowUpOpening } from '../followups/FollowUpOpening';
import { HelpButton } from '../help/HelpButton';
import { LiveLine } from '../live/LiveLine';
import { Bell } from '../mentions/Bell';
import { runKey } from '../palette/commands';
import { KeyList } from '../palette/KeyList';
import { usePaletteKeys } from '../palette/keys';
import { Palette } from '../palette/Palette';
import { Voice } from '../voice/Voice';
import { Announcements } from './Announcements';
import { Banner } from './Banner';
import { Navigation } from './Navigation';
import { PersonMenu } from './PersonMenu';
import { SearchButton } from './SearchButton';
import styles from './Shell.module.css';
import { Toasts } from './Toasts';

/** The frame around every page: one bar on top, always the same; where to go on the left. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const isColleague =
    session.permissions.includes('read-conversations') && !session.roles.includes('partner-viewer');
  usePaletteKeys(setOpen);
  useAppliedSettings(session);

  useEffect(() => {
    allowSound();
    resumeOutgoing(session.person.id);
    dropOldDrafts(Date.now());
  }, [session.person.id]);

  useEffect(() => {
    window.addEventListener('keydown', runKey);
    return () => window.removeEventListener('keydown', runKey);
  }, []);

  return (
    <LiveLine session={session}>
      <div className={styles.shell}>
        <header className={styles.bar}>
          {session.agentId && <StateMenu />}
          {session.agentId && <HelpButton />}
          {session.agentId && <Voice />}
          {session.agentId && <OfferBar />}
          <div className={styles.grow} />
          {isColleague && <Bell />}
          <SearchButton open={() => setOpen('palette')} />
          <PersonMenu session={session} showKeys={() => setOpen('keys')} />
        </header>
        <Navigation session={session} />
        <div className={styles.page}>
          <Banner />
          <Announcements />
          {children}
        </div>
        <Toasts />
      </div>
      {session.agentId && <FollowUpOpening />}
      {open === 'palette' && <Palette close={() => setOpen(null)} />}
      {open === 'keys' && <KeyList close={() => setOpen(null)} />}
    </LiveLine>
  );
}
