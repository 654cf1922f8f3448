/** The mark: a switchboard's jacks with one cord plugged in. Its size is that of the text's box around it. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg viewBox="0 0 26 26" width={size} height={size} aria-hidden="true">
      <g fill="var(--line-strong)" opacity="0.55">
        <circle cx="5" cy="5" r="2.6" />
        <circle cx="13" cy="5" r="2.6" />
        <circle cx="21" cy="13" r="2.6" />
        <circle cx="5" cy="13" r="2.6" />
        <circle cx="13" cy="21" r="2.6" />
        <circle cx="5" cy="21" r="2.6" />
      </g>
      <path
        d="M21 5C21 13 13 9 13 13S21 15 21 21"
        stroke="var(--accent)"
        strokeWidth="2.4"
        fill="none"
        strokeLinecap="round"
      />
      <g fill="var(--accent)">
        <circle cx="21" cy="5" r="3" />
        <circle cx="21" cy="21" r="3" />
      </g>
    </svg>
  );
}
