import type { TFunction } from 'i18next';

/** What a macro does beside what it says. */
export type Effects = {
  tag: string | null;
  disposition: string | null;
  note: string | null;
  snoozeMinutes: number | null;
};

/** For choosing how long a contact is set aside, in minutes. */
export const snoozes = [60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60];

/** Each of them in a word or two. */
export function effectsOf(effects: Effects, t: TFunction): string[] {
  return [
    effects.tag ? t('replies.effects.tag', { tag: effects.tag }) : '',
    effects.disposition ? t('replies.effects.disposition', { disposition: effects.disposition }) : '',
    effects.note ? t('replies.effects.note') : '',
    effects.snoozeMinutes ? t('replies.effects.snooze', { time: duration(effects.snoozeMinutes, t) }) : '',
  ].filter(Boolean);
}

export function duration(minutes: number, t: TFunction): string {
  if (minutes % (24 * 60) === 0) return t('replies.days', { count: minutes / (24 * 60) });
  if (minutes % 60 === 0) return t('replies.hours', { count: minutes / 60 });
  return t('time.minutes', { count: minutes });
}
