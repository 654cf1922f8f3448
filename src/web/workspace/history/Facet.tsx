type FacetProps = {
  title: string;
  choices: readonly (readonly [value: string, title: string])[] | undefined;
  value: string;
  choose: (value: string) => void;
};

/** Narrows what is found to one of several; the title stands for all of them. */
export function Facet({ title, choices, value, choose }: FacetProps) {
  return (
    <select
      aria-label={title}
      data-chosen={value !== ''}
      value={value}
      onChange={event => choose(event.currentTarget.value)}
    >
      <option value="">{title}</option>
      {choices?.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  );
}

type DayProps = { title: string; value: string; choose: (value: string) => void };

export function Day({ title, value, choose }: DayProps) {
  return (
    <label data-chosen={value !== ''}>
      {title}
      <input type="date" value={value} onChange={event => choose(event.currentTarget.value)} />
    </label>
  );
}
