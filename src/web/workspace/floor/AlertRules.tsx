import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlertRulesRow } from '../../shared/api';
import { get, put, remove } from '../../shared/http';
import { newId } from '../../shared/identity';
import { useDirectory } from '../desk/desk';
import { toast } from '../shell/toast';
import { useAttempt } from '../shell/useAttempt';
import styles from './AlertStrip.module.css';
import type { AlertMeasure } from './alerts';
import { NewAlertRule } from './NewAlertRule';
import { ThresholdField } from './ThresholdField';

/** What raises an alert: each with its queue, its measure and its threshold, which is changed in place. */
export function AlertRules() {
  const { t } = useTranslation();
  const { attempt } = useAttempt('alert-rules');
  const rules =
    useQuery({ queryKey: ['alert-rules'], queryFn: () => get<AlertRulesRow[]>('/alert-rules') }).data ?? [];
  const queues = useDirectory().data?.queues ?? [];
  const nameOf = (rule: AlertRulesRow) =>
    queues.find(queue => queue.id === rule.queueId)?.name ??
    t('alerts.eachQueue', {
      partner: queues.find(queue => queue.partner.id === rule.partnerId)?.partner.name ?? '',
    });

  const save = ({ id, ...rule }: AlertRulesRow) => attempt(() => put(`/alert-rules/${id}`, rule));

  async function take(rule: AlertRulesRow) {
    const gone = await attempt(async () => {
      await remove(`/alert-rules/${rule.id}`);
      return true;
    });
    if (gone) toast(t('alerts.removed'), 'done', () => void save({ ...rule, id: newId() }));
  }

  return (
    <section>
      <h3>{t('alerts.rules')}</h3>
      <table>
        <tbody>
          {rules
            .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
            .map(rule => (
              <tr key={rule.id}>
                <th scope="row">{nameOf(rule)}</th>
                <td>{t(`alerts.measures.${rule.measure as AlertMeasure}`)}</td>
                <td>
                  <ThresholdField
                    key={rule.threshold}
                    rule={rule}
                    label={t('alerts.threshold', { queue: nameOf(rule) })}
                    change={threshold => void save({ ...rule, threshold })}
                  />
                </td>
                <td>
                  <button type="button" className={styles.remove} onClick={() => void take(rule)}>
                    {t('alerts.remove')}
                  </button>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <NewAlertRule />
    </section>
  );
}
