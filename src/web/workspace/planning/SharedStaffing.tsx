import { useTranslation } from 'react-i18next';
import type { StaffTogetherRequest, StaffTogetherSharedStaffing } from '../../shared/api';
import { clock, count, decimal, share } from '../../shared/format';
import styles from './PlanningPage.module.css';

type Props = { asked: StaffTogetherRequest; found: StaffTogetherSharedStaffing };

/** The cheapest staffing that was found, and how it serves each queue. */
export function SharedStaffing({ asked, found }: Props) {
  const { t } = useTranslation();
  if (!found.found) return <p role="status">{t('planning.noStaffing')}</p>;
  return (
    <>
      <p role="status">
        {t('planning.together', {
          agents: count(sum(found.agents)),
          cost: decimal(found.costPerHour),
          apart: count(sum(found.apart)),
        })}
      </p>
      <table className={styles.methods}>
        <thead>
          <tr>
            <th scope="col">{t('planning.group')}</th>
            <th scope="col">{t('planning.agentsHead')}</th>
            <th scope="col">{t('planning.occupancy')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.groups.map((group, at) => (
            <tr key={group.name}>
              <th scope="row">{group.name}</th>
              <td>{count(found.agents[at]!)}</td>
              <td>{found.occupancy[at] == null ? '–' : share(found.occupancy[at])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.methods}>
        <thead>
          <tr>
            <th scope="col">{t('planning.queue')}</th>
            <th scope="col">{t('planning.serviceLevel')}</th>
            <th scope="col">{t('planning.giveOrTake')}</th>
            <th scope="col">{t('planning.wait')}</th>
            <th scope="col">{t('planning.abandoned')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.queues.map((queue, at) => {
            const service = found.services[at]!;
            return (
              <tr key={queue.name}>
                <th scope="row">{queue.name}</th>
                <td>{share(service.serviceLevel)}</td>
                <td>{service.halfWidth == null ? '–' : share(service.halfWidth)}</td>
                <td>{clock(service.meanWaitSeconds)}</td>
                <td>{share(service.abandoned)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function sum(values: number[]) {
  return values.reduce((all, one) => all + one, 0);
}
