import { useTranslation } from 'react-i18next';
import { CheckField, ChoiceField, NumberField, PromptField } from './fields';
import { MenuChoices } from './MenuChoices';
import styles from './PlanEditor.module.css';
import { type StepChoices, StepsEditor } from './StepsEditor';
import { type FlowStep, keys } from './steps';

type Props = {
  step: FlowStep;
  change: (step: FlowStep) => void;
  choices: StepChoices;
  field: string;
  wrong: (field: string) => string | undefined;
};

/** What one step needs to be told. */
export function StepFields({ step, change, choices, field, wrong }: Props) {
  const { t } = useTranslation();
  const queue = (value: string | null | undefined, set: (id: string | null) => void) => (
    <ChoiceField
      label={t('answering.queue')}
      none={t('answering.numbersQueue')}
      value={value}
      choices={choices.queues}
      wrong={wrong(`${field}.queueId`)}
      change={set}
    />
  );
  const prompt = (value: string | null | undefined, set: (name: string | null) => void, none?: string) => (
    <PromptField
      value={value}
      none={none}
      names={choices.prompts}
      wrong={wrong(`${field}.prompt`)}
      change={set}
    />
  );
  switch (step.step) {
    case 'say':
      return (
        <div className={styles.fields}>
          {prompt(step.prompt, name => change({ ...step, prompt: name ?? '' }))}
          <CheckField
            label={t('answering.whole')}
            checked={step.whole ?? false}
            change={whole => change({ ...step, whole })}
          />
        </div>
      );
    case 'menu':
      return <MenuChoices step={step} change={change} choices={choices} field={field} wrong={wrong} />;
    case 'hours':
      return (
        <div className={styles.fields}>
          {queue(step.queueId, queueId => change({ ...step, queueId }))}
          <StepsEditor
            steps={step.closed}
            change={closed => change({ ...step, closed })}
            choices={choices}
            field={`${field}.closed`}
            wrong={wrong}
            label={t('answering.whenClosed')}
          />
        </div>
      );
    case 'queue':
      return (
        <div className={styles.fields}>
          {queue(step.queueId, queueId => change({ ...step, queueId }))}
          <NumberField
            label={t('answering.everySeconds')}
            value={step.everySeconds ?? 45}
            wrong={wrong(`${field}.everySeconds`)}
            change={everySeconds => change({ ...step, everySeconds })}
          />
          <CheckField
            label={t('answering.tellsPosition')}
            checked={step.position ?? true}
            change={position => change({ ...step, position })}
          />
          <CheckField
            label={t('answering.tellsWait')}
            checked={step.wait ?? true}
            change={wait => change({ ...step, wait })}
          />
          <ChoiceField
            label={t('answering.callbackKey')}
            none={t('answering.noCallback')}
            value={step.callbackKey}
            choices={keys.map(key => ({ id: key, name: key }))}
            wrong={wrong(`${field}.callbackKey`)}
            change={callbackKey => change({ ...step, callbackKey })}
          />
          {prompt(step.prompt, name => change({ ...step, prompt: name }), t('answering.nothing'))}
        </div>
      );
    case 'voicemail':
      return (
        <div className={styles.fields}>
          {queue(step.queueId, queueId => change({ ...step, queueId }))}
          {prompt(step.prompt, name => change({ ...step, prompt: name }), t('answering.ownWords'))}
          <NumberField
            label={t('answering.secondsMax')}
            value={step.secondsMax ?? 120}
            wrong={wrong(`${field}.secondsMax`)}
            change={secondsMax => change({ ...step, secondsMax })}
          />
        </div>
      );
    case 'end':
      return (
        <div className={styles.fields}>
          {prompt(step.prompt, name => change({ ...step, prompt: name }), t('answering.ownWords'))}
        </div>
      );
  }
}
