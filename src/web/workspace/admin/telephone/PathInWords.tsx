import { useTranslation } from 'react-i18next';
import type { StepChoices } from './StepsEditor';
import type { FlowStep } from './steps';

/** What a caller goes through, in plain words. */
export function PathInWords({ steps, choices }: { steps: FlowStep[]; choices: StepChoices }) {
  const { t } = useTranslation();
  const queueOf = (id: string | null | undefined) =>
    choices.queues.find(queue => queue.id === id)?.name ?? t('answering.numbersQueue');
  const languageOf = (id: string | null | undefined) =>
    choices.languages.find(language => language.id === id)?.name ?? t('answering.same');

  function words(step: FlowStep): string {
    switch (step.step) {
      case 'say':
        return t(step.whole ? 'answering.words.sayWhole' : 'answering.words.say', { prompt: step.prompt });
      case 'menu':
        return t('answering.words.menu', { prompt: step.prompt ?? t('answering.eachLanguage') });
      case 'hours':
        return t('answering.words.hours', { queue: queueOf(step.queueId) });
      case 'queue':
        return [
          t('answering.words.queue', { queue: queueOf(step.queueId) }),
          step.everySeconds !== 0 && t('answering.words.told', { seconds: step.everySeconds ?? 45 }),
          step.callbackKey && t('answering.words.callback', { key: step.callbackKey }),
        ]
          .filter(Boolean)
          .join(' ');
      case 'voicemail':
        return t('answering.words.voicemail', {
          queue: queueOf(step.queueId),
          seconds: step.secondsMax ?? 120,
        });
      case 'end':
        return t('answering.words.end');
    }
  }

  function branches(step: FlowStep): { title: string; steps: FlowStep[] }[] {
    if (step.step === 'hours') return [{ title: t('answering.whenClosed'), steps: step.closed }];
    if (step.step !== 'menu') return [];
    return step.choices.map(choice => ({
      title: [
        t('answering.pressed', { key: choice.key }),
        choice.languageId && languageOf(choice.languageId),
        choice.queueId && queueOf(choice.queueId),
      ]
        .filter(Boolean)
        .join(' · '),
      steps: choice.steps ?? [],
    }));
  }

  return (
    <ol>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words are made anew each time.
        <li key={place}>
          {words(step)}
          {branches(step).map(branch => (
            <div key={branch.title}>
              <small>{branch.title}</small>
              {branch.steps.length > 0 && <PathInWords steps={branch.steps} choices={choices} />}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
