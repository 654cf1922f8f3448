import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Dialog.module.css';

/** A window over the page, by the browser's own dialog: it keeps the focus inside and gives it back at the end. */
export function Dialog(props: { label: string; close: () => void; className?: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current!;
    opened.showModal();
    return () => opened.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is for the pointer only.
    <dialog
      ref={dialog}
      aria-label={props.label}
      className={`${styles.dialog} ${props.className ?? ''}`}
      onCancel={event => {
        event.preventDefault();
        props.close();
      }}
      onClick={event => event.target === event.currentTarget && props.close()}
    >
      <div className={styles.inside}>{props.children}</div>
    </dialog>
  );
}
