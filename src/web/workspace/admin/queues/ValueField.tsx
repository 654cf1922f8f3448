import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRequest } from '../../../shared/api';
import { Explained } from './Explained';
import { diversions, type Field, type FieldName, selections, shownOf, typedOf } from './fields';
import { Select } from './Select';

type Props = {
  field: Field;
  value: QueueRequest[FieldName];
  change: (value: QueueRequest[FieldName]) => void;
  wrong?: string | undefined;
};

/** A setting that is one value, typed in its own unit. */
export function ValueField({ field, value, change, wrong }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(shownOf(field, value));
  const label = t(`queue.field.${field.name}`);
  const help = t(`queue.help.${field.name}`);
  if (field.kind === 'switch')
    return (
      <Explained help={help} wrong={wrong}>
        <label data-inline="true">
          <input
            type="checkbox"
            checked={Boolean(value)}
            onChange={event => change(event.currentTarget.checked)}
          />
          {label}
        </label>
      </Explained>
    );
  if (field.kind === 'selection' || field.kind === 'diversion')
    return (
      <Explained help={help} wrong={wrong}>
        <Select
          label={label}
          value={String(value)}
          choices={
            field.kind === 'selection'
              ? selections.map(choice => ({ value: choice, title: t(`queue.selection.${choice}`) }))
              : diversions.map(choice => ({ value: choice, title: t(`queue.diversion.${choice}`) }))
          }
          change={chosen => change(chosen as QueueRequest['selection'])}
        />
      </Explained>
    );
  return (
    <Explained help={help}>
      <TextInput
        type="number"
        step="any"
        label={label}
        required={!field.empty}
        placeholder={
          field.empty
            ? t(field.name === 'offerSeconds' ? 'queue.empty.usual' : 'queue.empty.none')
            : undefined
        }
        value={text}
        onChange={event => {
          setText(event.currentTarget.value);
          const typed = typedOf(field, event.currentTarget.value);
          if (typed !== null || field.empty) change(typed);
        }}
        error={wrong}
      />
    </Explained>
  );
}
