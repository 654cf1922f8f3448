import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { useWatch } from '../live/LiveLine';
import { useCommands } from '../palette/commands';
import { AlertStrip } from './AlertStrip';
import { AnnounceDialog } from './AnnounceDialog';
import { Figures } from './Figures';
import { FloorAge } from './FloorAge';
import styles from './FloorPage.module.css';
import { useFloor } from './floor';
import { PartnerChips } from './PartnerChips';
import { People } from './People';
import { Queues } from './Queues';
import { ofPartner, partnersOf } from './scope';
import { useFloorActions } from './useFloorActions';
import { WaitingContacts } from './WaitingContacts';
import { WriteTo } from './WriteTo';

/** The floor in two seconds: how it goes, where it burns, who can help. */
export function FloorPage() {
  const { t } = useTranslation();
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const whole = useFloor().data;
  const { may } = useFloorActions();
  const seesPeople = !useSignedIn().roles.includes('partner-viewer');
  const [writingTo, setWritingTo] = useState<string | null>(null);
  useWatch('floor');
  useCommands(may ? [{ id: 'announce', title: t('announce.title'), run: () => setWritingTo('') }] : []);
  if (!whole) return <main className={styles.floor} />;
  const floor = ofPartner(whole, partnerId);
  return (
    <main className={styles.floor}>
      <header className={styles.head}>
        <h1>{t('floor.title')}</h1>
        <PartnerChips partners={partnersOf(whole)} chosen={partnerId} choose={setPartnerId} />
        <FloorAge />
        {may && (
          <button type="button" className={styles.tool} onClick={() => setWritingTo('')}>
            {t('announce.title')}
          </button>
        )}
        <Link to="/floor/tv" className={styles.tool}>
          {t('tv.open')}
        </Link>
      </header>
      <AlertStrip queues={whole.queues} />
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
      {writingTo !== null && <AnnounceDialog to={writingTo} close={() => setWritingTo(null)} />}
    </main>
  );
}
