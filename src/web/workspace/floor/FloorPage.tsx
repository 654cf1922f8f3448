import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingClock } from '../../shared/clock';
import { dateAndTime } from '../../shared/format';
import { useSignedIn } from '../access/session';
import { useWatch } from '../live/LiveLine';
import { useCommands } from '../palette/commands';
import { useProblemText } from '../shell/problem';
import { AlertStrip } from './AlertStrip';
import { AnnounceDialog } from './AnnounceDialog';
import { Figures } from './Figures';
import { FloorAge } from './FloorAge';
import styles from './FloorPage.module.css';
import { FloorTime } from './FloorTime';
import { useFloor } from './floor';
import { PartnerChips } from './PartnerChips';
import { People } from './People';
import { usePastFloor } from './past';
import { Queues } from './Queues';
import { ofPartner, partnersOf } from './scope';
import { useFloorActions } from './useFloorActions';
import { WaitingContacts } from './WaitingContacts';
import { WriteTo } from './WriteTo';

/** The floor in two seconds: how it goes, where it burns, who can help. */
export function FloorPage() {
  const { t } = useTranslation();
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const live = useFloor().data;
  const past = usePastFloor(at);
  const problemText = useProblemText();
  const { may } = useFloorActions();
  const seesPeople = !useSignedIn().roles.includes('partner-viewer');
  const [writingTo, setWritingTo] = useState<string | null>(null);
  useWatch('floor');
  useCommands(may ? [{ id: 'announce', title: t('announce.title'), run: () => setWritingTo('') }] : []);
  if (!live) return <main className={styles.floor} />;
  const whole = (at !== null && past.data) || live;
  const wasAt = whole === live ? null : Date.parse(whole.at);
  const floor = ofPartner(whole, partnerId);
  return (
    <main className={styles.floor} data-past={wasAt !== null}>
      <header className={styles.head}>
        <h1>{t('floor.title')}</h1>
        <PartnerChips partners={partnersOf(whole)} chosen={partnerId} choose={setPartnerId} />
        {wasAt === null ? (
          <FloorAge />
        ) : (
          <span className={styles.age}>{t('floor.time.asOf', { time: dateAndTime(whole.at) })}</span>
        )}
        {may && (
          <button type="button" className={styles.tool} onClick={() => setWritingTo('')}>
            {t('announce.title')}
          </button>
        )}
        <Link to="/floor/tv" className={styles.tool}>
          {t('tv.open')}
        </Link>
      </header>
      {wasAt === null && <AlertStrip queues={live.queues} />}
      {at !== null && past.error && (
        <p role="alert" className={styles.empty}>
          {problemText(past.error)}
        </p>
      )}
      <StandingClock value={wasAt}>
        <Figures floor={floor} scoped={partnerId !== null} />
        <div className={styles.grid} data-people={seesPeople}>
          <div className={styles.column}>
            <Queues floor={floor} />
            <WaitingContacts floor={floor} />
          </div>
          {seesPeople && (
            <WriteTo value={setWritingTo}>
              <People agents={floor.agents} />
            </WriteTo>
          )}
        </div>
      </StandingClock>
      <FloorTime at={at} go={setAt} />
      {writingTo !== null && <AnnounceDialog to={writingTo} close={() => setWritingTo(null)} />}
    </main>
  );
}
