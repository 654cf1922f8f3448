import type { FormEventHandler, ReactNode } from 'react';
import styles from './FormDialog.module.css';

type Props = {
  title: string;
  submit: FormEventHandler<HTMLFormElement>;
  problem: string;
  children: ReactNode;
};

/** The inside of a dialog that asks for something: a title, fields, and what the server had against it. */
export function FormDialog({ title, submit, problem, children }: Props) {
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>{title}</h2>
      {children}
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
