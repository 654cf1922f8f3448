import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from './StepsEditor';

type Field<T> = { label: string; change: (value: T) => void; wrong?: string | undefined };

/** One of a few, by the browser's own list. */
export function ChoiceField({
  label,
  value,
  choices,
  none,
  change,
  wrong,
}: Field<string | null> & { value: string | null | undefined; choices: Named[]; none?: string }) {
  return (
    <label>
      {label}
      <select
        value={value ?? ''}
        aria-invalid={Boolean(wrong)}
        onChange={event => change(event.currentTarget.value || null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(choice => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
      {wrong && <span role="alert">{wrong}</span>}
    </label>
  );
}

export function NumberField({ label, value, change, wrong }: Field<number> & { value: number }) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        value={value}
        aria-invalid={Boolean(wrong)}
        onChange={event => change(event.currentTarget.valueAsNumber || 0)}
      />
      {wrong && <span role="alert">{wrong}</span>}
    </label>
  );
}

export function CheckField({ label, checked, change }: Field<boolean> & { checked: boolean }) {
  return (
    <label data-inline>
      <input type="checkbox" checked={checked} onChange={event => change(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** A prompt by its name: one that is there, or one that is yet to be recorded. */
export function PromptField(props: {
  value: string | null | undefined;
  none?: string | undefined;
  names: string[];
  wrong: string | undefined;
  change: (name: string | null) => void;
}) {
  const { t } = useTranslation();
  const list = useId();
  return (
    <label>
      {t('answering.prompt')}
      <input
        list={list}
        value={props.value ?? ''}
        placeholder={props.none}
        aria-invalid={Boolean(props.wrong)}
        onChange={event => props.change(event.currentTarget.value || null)}
      />
      <datalist id={list}>
        {props.names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {props.wrong && <span role="alert">{props.wrong}</span>}
    </label>
  );
}
