import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShowOwnFiguresResponse } from '../../shared/api';
import { clock, count, percentage, timeOfDay } from '../../shared/format';
import { get } from '../../shared/http';
import { Card, Page } from '../shell/Page';
import styles from './DayPage.module.css';

const everyMs = 10_000;

/** The agent's own figures of the day, each with how it came about. */
export function DayPage() {
  const { t } = useTranslation();
  const { data: day } = useQuery({
    queryKey: ['day'],
    queryFn: () => get<ShowOwnFiguresResponse>('/desk/figures'),
    refetchInterval: everyMs,
  });
  return (
    <Page title={t('day.title')}>
      <Card>
        <p>
          {t('day.hint')} {day && t('day.since', { time: timeOfDay(day.since) })}
        </p>
        {!day && <p>{t('day.counting')}</p>}
      </Card>
      {day && (
        <>
          <Card title={t('day.work')}>
            <Figures
              figures={[
                ['handled', count(day.handled)],
                ['handle', span(day.averageHandleSeconds)],
                ['wrapUp', span(day.averageWrapUpSeconds)],
                ['offered', count(day.offered)],
                ['accepted', count(day.accepted)],
                ['refused', count(day.refused)],
                ['missed', count(day.missed)],
              ]}
            />
          </Card>
          <Card title={t('day.time')}>
            <Figures
              figures={[
                ['occupancy', day.occupancyBasisPoints == null ? '–' : percentage(day.occupancyBasisPoints)],
                ['handling', clock(day.handlingSeconds)],
                ['available', clock(day.availableSeconds)],
                ['away', clock(day.awaySeconds)],
              ]}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

type Name =
  | 'handled'
  | 'handle'
  | 'wrapUp'
  | 'occupancy'
  | 'offered'
  | 'accepted'
  | 'refused'
  | 'missed'
  | 'handling'
  | 'available'
  | 'away';

function Figures({ figures }: { figures: [name: Name, value: string][] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`day.names.${name}`)}</dt>
          <dd>
            <b>{value}</b>
            <small>{t(`day.how.${name}`)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function span(seconds: number | null | undefined) {
  return seconds == null ? '–' : clock(seconds);
}
