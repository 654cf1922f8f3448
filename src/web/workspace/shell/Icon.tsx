const paths = {
  chat: 'M4 5h16v11H9l-5 4z',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  call: 'M6 3h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c-9 2-19-8-16-16z',
  message: 'M4 4h16v12h-8l-4 4v-4H4z',
  task: 'M5 4h14v16H5zM9 9h6M9 13h6',
  people: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 20c1-5 13-5 14 0',
  floor: 'M4 20V10M10 20V4M16 20v-7M22 20H2',
  planning: 'M3 4v16h18M7 15l4-5 4 3 5-7',
  settings: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 3v3M12 18v3M3 12h3M18 12h3',
  key: 'M7.5 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M11 12h10M18 12v3.5',
  log: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h5',
  widget: 'M3 5h18v14H3zM13 12h5v4h-5z',
  attach: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8',
  down: 'M6 9l6 6 6-6',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  reply: 'M10 8V4l-7 7 7 7v-4c5 0 8 2 10 5 0-6-3-11-10-11z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5',
  bell: 'M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7M10 20a2 2 0 0 0 4 0',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8 14c1.5 3 6.5 3 8 0M9 9.5v.5M15 9.5v.5',
  undo: 'M4 9h10a5 5 0 0 1 0 10H9M4 9l4-4M4 9l4 4',
  manual: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 16.5v.5',
  headset: 'M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H4zM17 14h3v5h-3zM19 19c0 2-2 2.5-5 2.5',
  microphone: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3M6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  silent: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3M6 11.5a6 6 0 0 0 12 0M12 17.5V21M4 4l16 16',
  hold: 'M9 6v12M15 6v12',
  goOn: 'M8 6l10 6-10 6z',
  keypad: 'M6 6v.5M12 6v.5M18 6v.5M6 12v.5M12 12v.5M18 12v.5M6 18v.5M12 18v.5M18 18v.5',
  check: 'M5 13l4 4L19 7',
} as const;

export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it; it says nothing to a screen reader, the words beside it do. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
