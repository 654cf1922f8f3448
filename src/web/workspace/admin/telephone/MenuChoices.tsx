import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckField, ChoiceField, NumberField, PromptField } from './fields';
import styles from './PlanEditor.module.css';
import { Small, type StepChoices, StepsEditor } from './StepsEditor';
import { type FlowStep, keys, type MenuChoice, newStep } from './steps';

type MenuStep = FlowStep & { step: 'menu' };

type Props = {
  step: MenuStep;
  change: (step: FlowStep) => void;
  choices: StepChoices;
  field: string;
  wrong: (field: string) => string | undefined;
};

/** A menu: what is said, and what each key chooses. */
export function MenuChoices({ step, change, choices, field, wrong }: Props) {
  const { t } = useTranslation();
  const set = (place: number, part: Partial<MenuChoice>) =>
    change({ ...step, choices: step.choices.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const free = keys.find(key => !step.choices.some(choice => choice.key === key));
  return (
    <div className={styles.fields}>
      <PromptField
        value={step.prompt}
        none={t('answering.eachLanguage')}
        names={choices.prompts}
        wrong={wrong(`${field}.prompt`)}
        change={prompt => change({ ...step, prompt })}
      />
      <NumberField
        label={t('answering.seconds')}
        value={step.seconds ?? 5}
        wrong={wrong(`${field}.seconds`)}
        change={seconds => change({ ...step, seconds })}
      />
      <NumberField
        label={t('answering.times')}
        value={step.times ?? 2}
        wrong={wrong(`${field}.times`)}
        change={times => change({ ...step, times })}
      />
      {step.choices.map((choice, place) => {
        const own = `${field}.choices[${place}]`;
        return (
          <fieldset key={choice.key} className={styles.choice}>
            <legend>{t('answering.pressed', { key: choice.key })}</legend>
            <ChoiceField
              label={t('answering.key')}
              value={choice.key}
              choices={keys
                .filter(key => key === choice.key || !step.choices.some(one => one.key === key))
                .map(key => ({ id: key, name: key }))}
              wrong={wrong(`${own}.key`)}
              change={key => key && set(place, { key })}
            />
            <ChoiceField
              label={t('answering.language')}
              none={t('answering.same')}
              value={choice.languageId}
              choices={choices.languages}
              wrong={wrong(`${own}.languageId`)}
              change={languageId => set(place, { languageId })}
            />
            <ChoiceField
              label={t('answering.queue')}
              none={t('answering.same')}
              value={choice.queueId}
              choices={choices.queues}
              wrong={wrong(`${own}.queueId`)}
              change={queueId => set(place, { queueId })}
            />
            <Small
              sign="×"
              label={t('settings.removeNamed', { name: choice.key })}
              act={() => change({ ...step, choices: step.choices.filter((_, at) => at !== place) })}
            />
            <CheckField
              label={t('answering.ownWay')}
              checked={Boolean(choice.steps?.length)}
              change={has => set(place, { steps: has ? [newStep('say')] : null })}
            />
            {choice.steps && choice.steps.length > 0 && (
              <StepsEditor
                steps={choice.steps}
                change={steps => set(place, { steps })}
                choices={choices}
                field={`${own}.steps`}
                wrong={wrong}
                label={t('answering.pressed', { key: choice.key })}
              />
            )}
          </fieldset>
        );
      })}
      {wrong(`${field}.choices`) && <p role="alert">{wrong(`${field}.choices`)}</p>}
      {free && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change({ ...step, choices: [...step.choices, { key: free }] })}
        >
          {t('answering.addChoice')}
        </Button>
      )}
    </div>
  );
}
