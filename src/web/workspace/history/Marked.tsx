import { Fragment } from 'react';

/** A text with the words marked that were looked for. `marks`: start and end of each, in characters. */
export function Marked({ text, marks }: { text: string; marks: number[][] }) {
  const places = [...marks].sort((a, b) => a[0]! - b[0]!);
  return (
    <>
      {places.map(([start, end], i) => (
        <Fragment key={start}>
          {text.slice(i === 0 ? 0 : places[i - 1]![1], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.[1] ?? 0)}
    </>
  );
}
