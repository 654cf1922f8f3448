import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRulesRow } from '../../shared/api';
import type { AlertMeasure } from './alerts';
import { keptThreshold, mostOf, shownThreshold } from './threshold';

type Props = {
  rule: AlertRulesRow;
  label: string;
  /** In the server's unit; called when the field is left or Enter pressed, with another value than before. */
  change: (threshold: number) => void;
};

/** A rule's threshold, in the unit that people think in. */
export function ThresholdField({ rule, label, change }: Props) {
  const { t } = useTranslation();
  const measure = rule.measure as AlertMeasure;
  const before = shownThreshold(measure, rule.threshold);
  const [value, setValue] = useState<string | number>(before);
  if (measure === 'nobody-able') return null;

  function finish() {
    if (value === '' || Number(value) === before) setValue(before);
    else change(keptThreshold(measure, Number(value)));
  }

  return (
    <NumberInput
      size="xs"
      w={150}
      aria-label={label}
      suffix={` ${t(`alerts.units.${measure}`)}`}
      min={0}
      max={mostOf(measure)}
      allowDecimal={false}
      value={value}
      onChange={setValue}
      onBlur={finish}
      onKeyDown={event => event.key === 'Enter' && finish()}
    />
  );
}
