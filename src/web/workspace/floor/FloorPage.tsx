import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatch } from '../live/LiveLine';
import { Figures } from './Figures';
import { FloorAge } from './FloorAge';
import styles from './FloorPage.module.css';
import { useFloor } from './floor';
import { People } from './People';
import { Queues } from './Queues';
import { ofPartner, partnersOf } from './scope';
import { WaitingContacts } from './WaitingContacts';

/** The floor in two seconds: how it goes, where it burns, who can help. */
export function FloorPage() {
  const { t } = useTranslation();
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const whole = useFloor().data;
  useWatch('floor');
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
      </header>
      <Figures floor={floor} scoped={partnerId !== null} />
      <div className={styles.grid}>
        <div className={styles.column}>
          <Queues queues={floor.queues} />
          <WaitingContacts floor={floor} />
        </div>
        <People agents={floor.agents} />
      </div>
    </main>
  );
}
