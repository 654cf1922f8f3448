import type { ReactNode } from 'react';
import styles from './Page.module.css';

type Props = {
  title: string;
  actions?: ReactNode;
  /** Takes the whole window and does not scroll by itself: for a list that scrolls within. */
  wide?: boolean;
  children: ReactNode;
};

/** A page of cards under one title, with what can be done on it at the right. */
export function Page({ title, actions, wide = false, children }: Props) {
  return (
    <main className={styles.page} data-wide={wide}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <div className={styles.actions}>{actions}</div>
      </header>
      {children}
    </main>
  );
}

export function Card({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
