import type { ReactNode } from 'react';
import { Mark } from '../../shared/Mark';
import styles from './Gate.module.css';

/** The one card of a page that stands before the workspace. */
export function Gate({
  title,
  children,
  footer,
}: {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <main className={styles.card}>
        <Mark size={40} />
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={styles.footer}>{footer}</footer>
    </div>
  );
}
