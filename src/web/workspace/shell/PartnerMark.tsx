import styles from './PartnerMark.module.css';
import { logoAddress, usePartners } from './partners';

/** A partner's logo, or its colour. `name` is said where it does not stand beside it. */
export function PartnerMark({ id, name = '' }: { id: string; name?: string }) {
  const partner = usePartners().find(known => known.id === id);
  const logo = partner && logoAddress(partner);
  if (logo) return <img className={styles.logo} src={logo} alt={name} title={name} />;
  return (
    <span
      className={styles.colour}
      style={{ background: partner?.colour }}
      {...(name ? { role: 'img', 'aria-label': name, title: name } : {})}
    />
  );
}
