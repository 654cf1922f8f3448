import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../shared/http';
import { newId } from '../../shared/identity';
import { useDirectory } from '../desk/desk';
import { useAttempt } from '../shell/useAttempt';
import { type AlertMeasure, alertMeasures } from './alerts';
import { keptThreshold, mostOf } from './threshold';

/** One line adds what else raises an alert: for one queue, or for each of a partner. */
export function NewAlertRule() {
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
    const threshold = keptThreshold(measure, value);
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
          max={mostOf(measure)}
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
