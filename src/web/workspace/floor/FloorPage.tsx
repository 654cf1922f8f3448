import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatch } from '../live/LiveLine';
import { useCommands } from '../palette/commands';
import { AlertStrip } from './AlertStrip';
import { AnnounceDialog } from './AnnounceDialog';
import { Figures } from './Figures';
import { FloorAge } from './FloorAge';
import styles from './FloorPage.module.css';
import { useFloor } from './floor';
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
  const [writingTo, setWritingTo] = useState<string | null>(null);
  useWatch('floor');
  useCommands(may ? [{ id: 'announce', title: t('announce.title'), run: () => setWritingTo('') }] : []);
  if (!whole) return <main className={styles.floor} />;
  const floor = ofPartner(whole, partnerId);
  return (
    <main className={styles.floor}>
      <header className={styles.head}>
        <h1>{t('floor.title')}</h1>
        <div className={styles.chips} role="group" aria-label={t('floor.partners')}>
          <button type="button" aria-pressed={partnerId === null} onClick={() => setPartnerId(null)}>
            {t('floor.all')}
          </button>
          {partnersOf(whole).map(partner => (
            <button
              key={partner.id}
              type="button"
              aria-pressed={partnerId === partner.id}
              onClick={() => setPartnerId(partner.id)}
            >
              {partner.name}
            </button>
          ))}
        </div>
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
      <AlertStrip />
      <Figures floor={floor} scoped={partnerId !== null} />
      <div className={styles.grid}>
        <div className={styles.column}>
          <Queues queues={floor.queues} />
          <WaitingContacts floor={floor} />
        </div>
        <WriteTo value={setWritingTo}>
          <People agents={floor.agents} />
        </WriteTo>
      </div>
      {writingTo !== null && <AnnounceDialog to={writingTo} close={() => setWritingTo(null)} />}
    </main>
  );
}
