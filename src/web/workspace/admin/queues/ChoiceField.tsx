import { useTranslation } from 'react-i18next';
import type { QueueRequest } from '../../../shared/api';
import { type Choice, channels, diversions, type FieldName, selections } from './fields';
import { Select } from './Select';

type Props = {
  label: string;
  choice: Choice;
  value: QueueRequest[FieldName];
  change: (value: QueueRequest[FieldName]) => void;
};

/** A setting that is one of a few. */
export function ChoiceField({ label, choice, value, change }: Props) {
  const { t } = useTranslation();
  if (choice === 'usual')
    return (
      <Select
        label={label}
        value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
        none={t('queue.usual.usual')}
        choices={[
          { value: 'yes', title: t('queue.usual.yes') },
          { value: 'no', title: t('queue.usual.no') },
        ]}
        change={chosen => change(chosen === null ? null : chosen === 'yes')}
      />
    );
  const choices = {
    selection: () => selections.map(value => ({ value, title: t(`queue.selection.${value}`) })),
    diversion: () => diversions.map(value => ({ value, title: t(`queue.diversion.${value}`) })),
    channel: () => channels.map(value => ({ value, title: t(`channel.${value}`) })),
  }[choice]();
  return (
    <Select
      label={label}
      value={String(value)}
      choices={choices}
      change={chosen => change(chosen as QueueRequest['selection'])}
    />
  );
}
