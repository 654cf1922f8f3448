import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastView, ServiceGoal } from '../../shared/api';
import { share } from '../../shared/format';
import { Card } from '../shell/Page';
import { BackTestCard } from './BackTestCard';
import { DayCard } from './DayCard';
import { EffectCard } from './EffectCard';
import { ForecastChart } from './ForecastChart';
import { GoalForm } from './GoalForm';
import styles from './PlanningPage.module.css';
import { SharingCard } from './SharingCard';
import { useMethodName } from './useMethodName';
import { useNeed } from './useNeed';

type Props = {
  /** Of the queue or series. */
  name: string;
  forecast: ForecastView;
  goal: ServiceGoal;
  change: (part: Partial<ServiceGoal>) => void;
};

/** A forecast with all that follows from it: one day and one slot of it are looked at more closely. */
export function Plan({ name, forecast, goal, change }: Props) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const [day, setDay] = useState(() => busiest(forecast.days.map(one => total(one.values))));
  const [chosenSlot, setSlot] = useState<number | null>(null);
  const [wholeDay, setWholeDay] = useState(false);
  const slot = chosenSlot ?? busiest(forecast.days[day]!.values.map(value => value ?? 0));
  const need = useNeed(forecast, goal);
  return (
    <>
      <Card title={t('planning.forecast')}>
        <dl className={styles.figures}>
          <div>
            <dt>{t('planning.methodHead')}</dt>
            <dd className={styles.words}>{methodName(forecast.method)}</dd>
          </div>
          <Figure name={t('planning.offBefore')} percent={forecast.pastWapePct} />
          <Figure name={t('planning.chance')} percent={forecast.poissonFloorPct} />
          <Figure name={t('planning.held')} percent={forecast.coveragePct} />
        </dl>
        {forecast.like && (
          <p>
            {t('planning.likeLevel', {
              level: share(forecast.like.level),
              days: forecast.like.days,
              doubt: share(forecast.like.doubt),
            })}
          </p>
        )}
        <ForecastChart forecast={forecast} day={day} choose={setDay} />
      </Card>
      <Card title={t('planning.goal')}>
        <GoalForm goal={goal} change={change} />
      </Card>
      {need.data && (
        <>
          <DayCard
            forecast={forecast}
            need={need.data}
            day={day}
            slot={slot}
            chooseDay={setDay}
            chooseSlot={setSlot}
          />
          <EffectCard
            forecast={forecast}
            day={day}
            need={need.data.expected[day]!}
            slot={slot}
            goal={goal}
            wholeDay={wholeDay}
            setWholeDay={setWholeDay}
          />
        </>
      )}
      <SharingCard
        name={name}
        goal={goal}
        contactsPerHour={((forecast.days[day]!.values[slot] ?? 0) * 60) / forecast.slotMinutes}
      />
      <BackTestCard forecast={forecast} />
    </>
  );
}

function Figure({ name, percent }: { name: string; percent: number | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{percent == null ? '–' : share(percent / 100)}</dd>
    </div>
  );
}

function busiest(values: number[]) {
  return values.indexOf(Math.max(...values));
}

function total(values: (number | null)[]) {
  return values.reduce<number>((all, one) => all + (one ?? 0), 0);
}
