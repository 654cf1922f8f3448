import { useTranslation } from 'react-i18next';
import type { Partner } from '../../shared/model';
import styles from './FloorPage.module.css';

type Props = { partners: Partner[]; chosen: string | null; choose: (partnerId: string | null) => void };

/** The whole floor or one partner's; nothing to choose for who sees one alone. */
export function PartnerChips({ partners, chosen, choose }: Props) {
  const { t } = useTranslation();
  if (partners.length < 2) return null;
  return (
    <div className={styles.chips} role="group" aria-label={t('floor.partners')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {t('floor.all')}
      </button>
      {partners.map(partner => (
        <button
          key={partner.id}
          type="button"
          aria-pressed={chosen === partner.id}
          onClick={() => choose(partner.id)}
        >
          {partner.name}
        </button>
      ))}
    </div>
  );
}
