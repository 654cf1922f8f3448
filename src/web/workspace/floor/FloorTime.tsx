import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { dateAndTime } from '../../shared/format';
import styles from './FloorTime.module.css';
import { sumOf, useTrend } from './past';
import { Sparkline } from './Sparkline';

const hoursBack = 4;
const stepMs = 30_000;

type Props = {
  /** Null: now. */
  at: number | null;
  go: (at: number | null) => void;
};

/** The floor's time: now, any moment of the last hours by the slider, any other by its date. */
export function FloorTime({ at, go }: Props) {
  const { t } = useTranslation();
  const trend = useTrend();
  const now = Math.floor(useNow() / stepMs) * stepMs;
  const from = now - hoursBack * 3_600_000;
  const waiting = sumOf(trend?.queues ?? []);
  return (
    <section className={styles.time} aria-label={t('floor.time.title')}>
      <button type="button" aria-pressed={at === null} onClick={() => go(null)}>
        {t('floor.time.now')}
      </button>
      <div className={styles.course}>
        {waiting.length > 1 && (
          <Sparkline values={waiting} label={t('floor.time.most', { count: Math.max(...waiting) })} />
        )}
        <input
          type="range"
          aria-label={t('floor.time.title')}
          aria-valuetext={at === null ? t('floor.time.now') : dateAndTime(new Date(at).toISOString())}
          min={from}
          max={now}
          step={stepMs}
          value={Math.max(from, at ?? now)}
          onChange={event => {
            const chosen = Number(event.currentTarget.value);
            go(chosen >= now ? null : chosen);
          }}
        />
      </div>
      <input
        type="datetime-local"
        aria-label={t('floor.time.instant')}
        value={localText(at ?? now)}
        max={localText(now)}
        onChange={event => {
          const chosen = new Date(event.currentTarget.value).getTime();
          if (chosen < now) go(chosen);
        }}
      />
    </section>
  );
}

/** As a field for date and time takes it: by this computer's clock. */
function localText(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
