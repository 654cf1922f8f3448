import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakeForecastRequest, ServiceGoal } from '../../shared/api';
import { useQueues } from '../admin/settings/organisation';
import { Card, Page } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import { firstGoal } from './goal';
import { KeptCard } from './KeptCard';
import { objections } from './objections';
import { Plan } from './Plan';
import { SourceForm } from './SourceForm';
import { TodayCard } from './TodayCard';
import { useForecast } from './useForecast';

/** What is likely to come to a queue, how many people it needs, and what one more or fewer would do. */
export function PlanningPage() {
  const { t } = useTranslation();
  const queues = useQueues().data;
  const forecast = useForecast();
  const problemText = useProblemText();
  const [queueId, setQueueId] = useState<string | null>(null);
  const [country, setCountry] = useState<string | null>(null);
  const [changed, setChanged] = useState<Partial<ServiceGoal>>({});
  const queue = queues?.find(one => one.id === queueId);
  const goal = { ...firstGoal(queue, forecast.result?.handleSeconds), ...changed };

  function make(request: MakeForecastRequest) {
    if (request.queueId !== queueId) setChanged({});
    setQueueId(request.queueId ?? null);
    setCountry(request.country ?? null);
    void forecast.make(request);
  }

  return (
    <Page title={t('places.planning')}>
      <Card title={t('planning.source')}>
        {queues && (
          <SourceForm
            queues={queues}
            make={make}
            stop={forecast.stop}
            progress={forecast.progress}
            problem={forecast.error ? objections(forecast.error) || problemText(forecast.error) : undefined}
          />
        )}
      </Card>
      {forecast.result ? (
        <Plan
          key={forecast.result.days[0]!.date + forecast.result.days.length}
          name={queue?.settings.name ?? t('planning.queueNumber', { number: 1 })}
          forecast={forecast.result}
          goal={goal}
          change={part => setChanged(shown => ({ ...shown, ...part }))}
        />
      ) : (
        <Card>
          <p>{t('planning.empty')}</p>
        </Card>
      )}
      {forecast.result && queueId && (
        <>
          {!forecast.result.like && <TodayCard queueId={queueId} country={country} />}
          <KeptCard queueId={queueId} made={forecast.made} />
        </>
      )}
    </Page>
  );
}
