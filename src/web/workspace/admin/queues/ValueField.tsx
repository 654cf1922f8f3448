import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRequest } from '../../../shared/api';
import { ChoiceField } from './ChoiceField';
import { Explained } from './Explained';
import { emptyOf, type Field, type FieldName, shownOf, typedOf } from './fields';

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
  if (
    field.kind === 'selection' ||
    field.kind === 'diversion' ||
    field.kind === 'channel' ||
    field.kind === 'usual'
  )
    return (
      <Explained help={help} wrong={wrong}>
        <ChoiceField label={label} choice={field.kind} value={value} change={change} />
      </Explained>
    );
  if (field.kind === 'requirement')
    return (
      <Explained help={help}>
        <TextInput
          label={label}
          spellCheck={false}
          placeholder={t(`queue.empty.${emptyOf(field.name)}`)}
          value={String(value ?? '')}
          onChange={event => change(event.currentTarget.value || null)}
          error={wrong}
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
        placeholder={field.empty ? t(`queue.empty.${emptyOf(field.name)}`) : undefined}
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
