import { useId } from 'react';
import styles from './Settings.module.css';

type Props<T extends string> = {
  title: string;
  value: T;
  choices: { value: T; title: string }[];
  choose: (value: T) => void;
};

/** One of a few, side by side. */
export function Choice<T extends string>({ title, value, choices, choose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.row}>
      <legend>{title}</legend>
      <div className={styles.choice}>
        {choices.map(choice => (
          <label key={choice.value}>
            <input
              type="radio"
              className="for-screen-readers"
              name={name}
              checked={choice.value === value}
              onChange={() => choose(choice.value)}
            />
            <span>{choice.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
