import type { ReactNode } from 'react';
import styles from './QueueEditor.module.css';

type Props = { help: string; wrong?: string | undefined; children: ReactNode };

/** A field with what it means beside it, and what is wrong with it below. */
export function Explained({ help, wrong, children }: Props) {
  return (
    <div className={styles.explained}>
      <div>
        {children}
        {wrong && <p role="alert">{wrong}</p>}
      </div>
      <p>{help}</p>
    </div>
  );
}
