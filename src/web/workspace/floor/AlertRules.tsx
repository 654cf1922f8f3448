import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRulesRow } from '../../shared/api';
import { clock, percentage } from '../../shared/format';
import { get, put, remove } from '../../shared/http';
import { newId } from '../../shared/identity';
import { useDirectory } from '../desk/desk';
import { useAttempt } from '../shell/useAttempt';
import styles from './AlertStrip.module.css';
import { type AlertMeasure, alertMeasures } from './alerts';

const basisPointsPerPercent = 100;

/** What raises an alert: each with its queue, its measure and its threshold; one line adds another. */
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
                <td>
                  {t(`alerts.rule.${rule.measure as AlertMeasure}`, { threshold: thresholdWords(rule) })}
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.remove}
                    onClick={() => void attempt(() => remove(`/alert-rules/${rule.id}`))}
                  >
                    {t('alerts.remove')}
                  </button>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <NewRule />
    </section>
  );
}

function NewRule() {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('alert-rules');
  const queues = useDirectory().data?.queues ?? [];
  const partners = [...new Map(queues.map(queue => [queue.partner.id, queue.partner])).values()];
  const [where, setWhere] = useState('');
  const [measure, setMeasure] = useState<AlertMeasure>('longest-wait');
  const [value, setValue] = useState<number>(60);
  const queue = queues.find(known => known.id === (where || queues[0]?.id));
  const partnerId = queue?.partner.id ?? where;

  function add() {
    const threshold =
      measure === 'nobody-able' ? 0 : measure === 'service-level' ? value * basisPointsPerPercent : value;
    void attempt(() =>
      put(`/alert-rules/${newId()}`, { partnerId, queueId: queue?.id ?? null, measure, threshold }),
    );
  }

  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      <NativeSelect
        label={t('alerts.where')}
        value={where || queues[0]?.id || ''}
        onChange={event => setWhere(event.currentTarget.value)}
        data={[
          ...queues.map(known => ({ value: known.id, label: known.name })),
          ...partners.map(partner => ({
            value: partner.id,
            label: t('alerts.eachQueue', { partner: partner.name }),
          })),
        ]}
      />
      <NativeSelect
        label={t('alerts.measure')}
        value={measure}
        onChange={event => setMeasure(event.currentTarget.value as AlertMeasure)}
        data={alertMeasures.map(known => ({ value: known, label: t(`alerts.measures.${known}`) }))}
      />
      {measure !== 'nobody-able' && (
        <NumberInput
          label={t(`alerts.units.${measure}`)}
          w={110}
          min={0}
          max={measure === 'service-level' ? 100 : 1_000_000}
          allowDecimal={false}
          value={value}
          onChange={next => setValue(Number(next) || 0)}
        />
      )}
      <Button type="submit" disabled={busy || !partnerId}>
        {t('alerts.add')}
      </Button>
    </form>
  );
}

function thresholdWords({ measure, threshold }: AlertRulesRow): string {
  if (measure === 'longest-wait') return clock(threshold);
  return measure === 'service-level' ? percentage(threshold) : String(threshold);
}
