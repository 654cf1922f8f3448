import styles from './Chart.module.css';

export type Mark = 'came' | 'expected' | 'within' | 'tested' | 'agents' | 'cautious' | 'target';

/** What the lines of a chart are, each with a piece of it. */
export function Legend({ entries }: { entries: [mark: Mark, name: string][] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(([mark, name]) => (
        <li key={mark}>
          <svg width="22" height="12" aria-hidden="true">
            {mark === 'within' || mark === 'agents' ? (
              <rect className={styles[mark]} x="0" y="1" width="22" height="10" rx="2" />
            ) : (
              <path className={styles[mark]} d="M0 6H22" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
