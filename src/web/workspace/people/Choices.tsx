import styles from './Choices.module.css';

type Props = {
  name: string;
  title: string;
  choices: { value: string; title: string }[];
  chosen?: string[];
  problem?: string | undefined;
};

/** Any number of a few choices, as a form's values of one name. */
export function Choices({ name, title, choices, chosen = [], problem }: Props) {
  if (choices.length === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend>{title}</legend>
      {choices.map(choice => (
        <label key={choice.value}>
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          {choice.title}
        </label>
      ))}
      {problem && <p role="alert">{problem}</p>}
    </fieldset>
  );
}
