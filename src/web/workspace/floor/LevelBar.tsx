import styles from './LevelBar.module.css';
import type { Urgency } from './urgency';

/** A share in basis points as a bar, with a mark where the target stands. The number stands beside it in words. */
export function LevelBar({ level, target, urgency }: { level: number; target: number; urgency: Urgency }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} x="0" y="3" width="100" height="6" rx="3" />
      <rect
        className={styles.level}
        data-urgency={urgency}
        x="0"
        y="3"
        width={level / 100}
        height="6"
        rx="3"
      />
      <rect className={styles.target} x={Math.min(98.5, target / 100)} y="0" width="1.5" height="12" />
    </svg>
  );
}
