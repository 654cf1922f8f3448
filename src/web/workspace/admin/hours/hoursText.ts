import type { Hours, HoursException } from '../../../shared/api';

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Periods as people type them: "08:00-12:00, 13:00-16:30". */
export function textOf(periods: readonly string[]): string {
  return periods.join(', ');
}

export function periodsOf(text: string): string[] {
  return text
    .split(',')
    .map(period => period.replace(/\s/g, '').replace('–', '-'))
    .filter(Boolean);
}

/** Adds days; one that is there already keeps what stands at it. The result is in order. */
export function withExceptions(
  present: readonly HoursException[],
  added: readonly HoursException[],
): HoursException[] {
  const taken = new Set(present.map(exception => exception.date));
  return [...present, ...added.filter(exception => !taken.has(exception.date))].sort((one, other) =>
    one.date.localeCompare(other.date),
  );
}

/** Office hours from Monday to Friday, to begin with. */
export function usualHours(): Hours {
  const open = ['08:00-18:00'];
  return {
    monday: open,
    tuesday: open,
    wednesday: open,
    thursday: open,
    friday: open,
    saturday: [],
    sunday: [],
    exceptions: [],
  };
}
