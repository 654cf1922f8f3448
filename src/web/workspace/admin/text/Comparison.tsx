import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsComparison } from '../../../shared/api';
import styles from './TextSection.module.css';

const kinds = [
  'partner',
  'logo',
  'skill',
  'team',
  'vendor',
  'away',
  'hours',
  'queue',
  'widget',
  'person',
  'agent',
  'clocks',
] as const;

type Props = { comparison: SettingsComparison; apply: () => Promise<void> };

/** What a text would change, field by field, and what stands against it. Nothing changes before the press. */
export function Comparison({ comparison, apply }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const { changes, conflicts, same, applied } = comparison;

  function kindText(kind: string) {
    const known = kinds.find(other => other === kind);
    return known ? t(`settingsText.kind.${known}`) : kind;
  }

  async function consent() {
    setBusy(true);
    await apply();
    setBusy(false);
  }

  return (
    <div className={styles.comparison}>
      <p role="status">
        {applied
          ? t('settingsText.applied')
          : changes.length + conflicts.length === 0
            ? t('settingsText.none')
            : t('settingsText.same', { n: same })}
      </p>
      {conflicts.length > 0 && (
        <div role="alert" className={styles.conflicts}>
          <p>{t('settingsText.conflicts')}</p>
          {conflicts.map(conflict => (
            <section key={`${conflict.kind} ${conflict.id}`}>
              <b>{[kindText(conflict.kind), conflict.name].filter(Boolean).join(' · ')}</b>
              {conflict.messages.map(message => (
                <small key={message}>{message}</small>
              ))}
            </section>
          ))}
        </div>
      )}
      {changes.map(change => (
        <section key={`${change.kind} ${change.id}`}>
          <b>{[kindText(change.kind), change.name].filter(Boolean).join(' · ')}</b>{' '}
          {change.isNew && <em>{t('settingsText.isNew')}</em>}
          {!change.isNew &&
            change.fields.map(field => (
              <div key={field.field} className={styles.change}>
                <span>{field.field}</span>
                <del>{field.before}</del>
                <ins>{field.after}</ins>
              </div>
            ))}
        </section>
      ))}
      {changes.length > 0 && !applied && (
        <Button disabled={conflicts.length > 0} loading={busy} onClick={() => void consent()}>
          {t('settingsText.apply', { n: changes.length })}
        </Button>
      )}
    </div>
  );
}
