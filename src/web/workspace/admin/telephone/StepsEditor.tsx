import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '../../shell/Menu';
import styles from './PlanEditor.module.css';
import { StepFields } from './StepFields';
import { type FlowStep, lastKinds, newStep, stepKinds, withAdded, withMoved } from './steps';

export type Named = { id: string; name: string };

export type StepChoices = { queues: Named[]; languages: Named[]; prompts: string[] };

type Props = {
  steps: FlowStep[];
  change: (steps: FlowStep[]) => void;
  choices: StepChoices;
  /** Where this list stands in the plan, as the server names it. */
  field: string;
  wrong: (field: string) => string | undefined;
  label: string;
};

/** A list of steps, each with its fields; branches stand indented within their step. */
export function StepsEditor({ steps, change, choices, field, wrong, label }: Props) {
  const { t } = useTranslation();
  const set = (place: number, step: FlowStep) => change(steps.map((one, at) => (at === place ? step : one)));
  return (
    <div className={styles.steps}>
      <ol aria-label={label}>
        {steps.map((step, place) => {
          const own = `${field}[${place}]`;
          const name = t(`answering.step.${step.step}`);
          const mayMove = !lastKinds.includes(step.step);
          const next = steps[place + 1];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own; its fields hold no state.
            <li key={place}>
              <header>
                <b>{name}</b>
                <span>
                  {mayMove && place > 0 && (
                    <Small
                      sign="↑"
                      label={t('answering.earlier', { step: name })}
                      act={() => change(withMoved(steps, place, -1))}
                    />
                  )}
                  {mayMove && next && !lastKinds.includes(next.step) && (
                    <Small
                      sign="↓"
                      label={t('answering.later', { step: name })}
                      act={() => change(withMoved(steps, place, 1))}
                    />
                  )}
                  <Small
                    sign="×"
                    label={t('settings.removeNamed', { name })}
                    act={() => change(steps.filter((_, at) => at !== place))}
                  />
                </span>
              </header>
              {wrong(own) && <p role="alert">{wrong(own)}</p>}
              <StepFields
                step={step}
                change={changed => set(place, changed)}
                choices={choices}
                field={own}
                wrong={wrong}
              />
            </li>
          );
        })}
      </ol>
      {wrong(field) && <p role="alert">{wrong(field)}</p>}
      <Menu buttonClass={styles.add!} button={t('answering.addStep')} title={label}>
        {stepKinds
          .filter(kind => !lastKinds.includes(kind) || !steps.some(step => lastKinds.includes(step.step)))
          .map(kind => (
            <MenuItem key={kind} onChoose={() => change(withAdded(steps, newStep(kind)))}>
              {t(`answering.step.${kind}`)}
            </MenuItem>
          ))}
      </Menu>
    </div>
  );
}

/** A sign to press, with its name for those who do not see it. */
export function Small({ sign, label, act }: { sign: string; label: string; act: () => void }) {
  return (
    <button type="button" className={styles.small} aria-label={label} onClick={act}>
      {sign}
    </button>
  );
}
