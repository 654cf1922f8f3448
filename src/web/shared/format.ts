import i18next from 'i18next';

/** Whole seconds from an ISO instant until `now` (milliseconds); never negative. */
export function secondsSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
}

/** 0:08, 12:40, 1:02:03. */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export function timeOfDay(instant: string): string {
  return kept(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

export function dateAndTime(instant: string): string {
  return kept(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** "8 s ago", "3 min ago", "2 h ago", and after a day the date. */
export function relativeTime(instant: string, now: number): string {
  const seconds = secondsSince(instant, now);
  const ago = kept(Intl.RelativeTimeFormat, { style: 'narrow' });
  if (seconds < 60) return ago.format(-seconds, 'second');
  if (seconds < 3600) return ago.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return ago.format(-Math.floor(seconds / 3600), 'hour');
  return kept(Intl.DateTimeFormat, { day: 'numeric', month: 'short' }).format(new Date(instant));
}

/** "today", "yesterday" or the date, by this computer's calendar. */
export function day(instant: string, now: number): string {
  const days = Math.round((startOfDay(Date.parse(instant)) - startOfDay(now)) / 86_400_000);
  if (days < -1 || days > 1)
    return kept(Intl.DateTimeFormat, { weekday: 'short', day: 'numeric', month: 'long' }).format(
      new Date(instant),
    );
  return kept(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(days, 'day');
}

/** Basis points as a percentage: 8432 becomes "84 %". */
export function percentage(basisPoints: number): string {
  return kept(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 0 }).format(basisPoints / 10_000);
}

/** A share in [0, 1] as a percentage, with a decimal where it tells something: 0.8432 becomes "84.3 %". */
export function share(value: number): string {
  return kept(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** A number with at most one decimal. */
export function decimal(value: number): string {
  return kept(Intl.NumberFormat, { maximumFractionDigits: 1 }).format(value);
}

/** A calendar day such as 2026-12-07, wherever this computer is: "Monday, 7 December", or "Mon 7 Dec" when short. */
export function dateName(date: string, short = false): string {
  const length = short ? 'short' : 'long';
  return kept(Intl.DateTimeFormat, {
    timeZone: 'UTC',
    weekday: length,
    day: 'numeric',
    month: length,
  }).format(new Date(`${date}T00:00Z`));
}

/** A country's name in the reader's language: "PL" becomes "Poland". */
export function countryName(code: string): string {
  return kept(Intl.DisplayNames, { type: 'region' }).of(code) ?? code;
}

export function count(value: number): string {
  return kept(Intl.NumberFormat, {}).format(value);
}

export function bytes(value: number): string {
  const [unit, size] = value < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  return kept(Intl.NumberFormat, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value / size);
}

/** A language's name in the reader's language: "pl" becomes "Polish". Empty for a customer whose language nobody knows. */
export function languageName(code: string): string {
  if (code === '') return '';
  return kept(Intl.DisplayNames, { type: 'language' }).of(code) ?? code;
}

/** The reader's language as his browser writes it: who reads English in Britain gets British dates. */
function locale(): string {
  return (
    navigator.languages.find(name => name.split('-')[0] === i18next.language.split('-')[0]) ??
    i18next.language
  );
}

const formats = new Map<string, unknown>();

/** Making a format costs a hundred times its use. */
function kept<Options, Format>(
  Kind: new (locale: string, options: Options) => Format,
  options: Options,
): Format {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  const format = (formats.get(key) as Format | undefined) ?? new Kind(locale(), options);
  formats.set(key, format);
  return format;
}

function startOfDay(instant: number) {
  return new Date(instant).setHours(0, 0, 0, 0);
}
