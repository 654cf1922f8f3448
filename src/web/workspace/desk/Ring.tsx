import { useRef } from 'react';
import { serverNow, useNow } from '../../shared/clock';
import styles from './OfferCard.module.css';

const circumference = 2 * Math.PI * 14;

/** The seconds left until a deadline, as a number and as a ring that runs out. */
export function Ring({ deadline }: { deadline: string }) {
  const now = useNow();
  const left = Math.max(0, Math.ceil((Date.parse(deadline) - now) / 1000));
  const whole = useRef(Math.max(1000, Date.parse(deadline) - serverNow()));
  const share = Math.min(1, Math.max(0, (Date.parse(deadline) - now) / whole.current));
  return (
    <svg className={styles.ring} viewBox="0 0 32 32" role="timer" aria-hidden="true">
      <circle cx="16" cy="16" r="14" />
      <circle
        cx="16"
        cy="16"
        r="14"
        className={styles.left}
        strokeDasharray={`${circumference * share} ${circumference}`}
        transform="rotate(-90 16 16)"
      />
      <text x="16" y="16" dominantBaseline="central" textAnchor="middle">
        {left}
      </text>
    </svg>
  );
}
