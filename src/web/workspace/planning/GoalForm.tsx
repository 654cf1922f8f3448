import { useTranslation } from 'react-i18next';
import type { ServiceGoal } from '../../shared/api';
import styles from './PlanningPage.module.css';

type Props = { goal: ServiceGoal; change: (part: Partial<ServiceGoal>) => void };

const definitions = ['offered', 'answered', 'without-short-abandons'] as const;

/** How customers are to be served; what follows is worked out anew as soon as a number changes. */
export function GoalForm({ goal, change }: Props) {
  const { t } = useTranslation();
  return (
    <form
      className={styles.fields}
      onSubmit={event => event.preventDefault()}
      aria-label={t('planning.goal')}
    >
      <NumberField
        label={t('planning.handle')}
        value={goal.handleSeconds}
        least={1}
        most={86_400}
        set={handleSeconds => change({ handleSeconds })}
      />
      <NumberField
        label={t('planning.share')}
        value={Math.round(goal.share * 1000) / 10}
        least={1}
        most={99.9}
        set={percent => change({ share: percent / 100 })}
      />
      <NumberField
        label={t('planning.withinSeconds')}
        value={goal.withinSeconds}
        least={0}
        most={86_400}
        set={withinSeconds => change({ withinSeconds })}
      />
      <label>
        {t('planning.of')}
        <select
          value={goal.of}
          onChange={event => change({ of: event.currentTarget.value as (typeof definitions)[number] })}
        >
          {definitions.map(one => (
            <option key={one} value={one}>
              {t(`planning.definition.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={t('planning.patience')}
        value={goal.patienceSeconds}
        least={1}
        most={86_400}
        set={patienceSeconds => change({ patienceSeconds })}
      />
      <NumberField
        label={t('planning.atOnce')}
        value={goal.atOnce}
        least={1}
        most={20}
        step={1}
        set={atOnce => change({ atOnce })}
      />
      <NumberField
        label={t('planning.shrinkage')}
        value={Math.round(goal.shrinkage * 1000) / 10}
        least={0}
        most={90}
        set={percent => change({ shrinkage: percent / 100 })}
      />
      <NumberField
        label={t('planning.occupancyMost')}
        value={Math.round((goal.occupancyMost ?? 0.999) * 1000) / 10}
        least={5}
        most={99.9}
        set={percent => change({ occupancyMost: percent / 100 })}
      />
    </form>
  );
}

type FieldProps = {
  label: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  set: (value: number) => void;
};

/** Takes a number as soon as it is one that can be meant; anything else stays in the field, marked by the browser. */
function NumberField({ label, value, least, most, step, set }: FieldProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        key={value}
        defaultValue={value}
        min={least}
        max={most}
        step={step ?? 'any'}
        required
        onBlur={event => take(event.currentTarget)}
        onKeyDown={event => event.key === 'Enter' && take(event.currentTarget)}
      />
    </label>
  );

  function take(field: HTMLInputElement) {
    if (field.reportValidity() && field.valueAsNumber !== value) set(field.valueAsNumber);
  }
}
