import { useTranslation } from 'react-i18next';
import styles from './PlanningPage.module.css';

export type Queue = { name: string; contacts: number; handle: number };
/** Queues by place. */
export type Group = { name: string; queues: number[]; cost: number };

const nameMost = 80;

/** What comes to one queue in an hour. */
export function QueueRow({ queue, change }: { queue: Queue; change: (part: Partial<Queue>) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <Name label={t('planning.queue')} value={queue.name} set={name => change({ name })} />
      <Amount
        label={t('planning.perHour')}
        value={queue.contacts}
        most={5000}
        set={contacts => change({ contacts })}
      />
      <Amount
        label={t('planning.eachTakes')}
        value={queue.handle}
        least={1}
        most={86_400}
        set={handle => change({ handle })}
      />
    </div>
  );
}

type GroupProps = { group: Group; queues: Queue[]; change: (part: Partial<Group>) => void };

/** Agents who can serve the same queues. */
export function GroupRow({ group, queues, change }: GroupProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <Name label={t('planning.group')} value={group.name} set={name => change({ name })} />
      <Amount label={t('planning.cost')} value={group.cost} most={100_000} set={cost => change({ cost })} />
      <fieldset className={styles.serves}>
        <legend>{t('planning.serves')}</legend>
        {queues.map((queue, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the group names it by
          <label key={at}>
            <input
              type="checkbox"
              checked={group.queues.includes(at)}
              onChange={event =>
                change({
                  queues: event.currentTarget.checked
                    ? [...group.queues, at].sort((one, other) => one - other)
                    : group.queues.filter(one => one !== at),
                })
              }
            />
            {queue.name}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Name({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  return (
    <label>
      {label}
      <input required maxLength={nameMost} value={value} onChange={event => set(event.currentTarget.value)} />
    </label>
  );
}

type AmountProps = {
  label: string;
  value: number;
  least?: number;
  most: number;
  set: (value: number) => void;
};

/** Takes a number when the field is left; anything else stays in it, marked by the browser. */
function Amount({ label, value, least = 0, most, set }: AmountProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        required
        min={least}
        max={most}
        step="any"
        defaultValue={value}
        onChange={event => event.currentTarget.validity.valid && set(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
