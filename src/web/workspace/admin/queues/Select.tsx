type Props = {
  label: string;
  value: string | null;
  choices: readonly { value: string; title: string }[];
  /** What stands for none, where none is a value too. */
  none?: string;
  disabled?: boolean;
  change: (value: string | null) => void;
};

/** One of a few, by the browser's own list. */
export function Select({ label, value, choices, none, disabled, change }: Props) {
  return (
    <label>
      {label}
      <select
        value={value ?? ''}
        disabled={disabled}
        onChange={event => change(event.currentTarget.value || null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </label>
  );
}
