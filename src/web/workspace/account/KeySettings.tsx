import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { actionNames } from '../palette/actions';
import { Card } from '../shell/Page';
import { Choice } from './Choice';
import { KeyField } from './KeyField';
import styles from './Settings.module.css';
import { usePersonalSettings } from './settings';
import { useChangeSettings } from './useChangeSettings';

const presets = ['centrala', 'zendesk'] as const;

/** The keys of every action, to be changed one by one or as a set. */
export function KeySettings() {
  const { t } = useTranslation();
  const settings = usePersonalSettings();
  const change = useChangeSettings();
  return (
    <div id="keys">
      <Card title={t('keys.yours')}>
        <p>{t('keys.hint')}</p>
        <div className={styles.rows}>
          <Choice
            title={t('keys.preset')}
            value={settings.preset}
            choices={presets.map(value => ({ value, title: t(`keys.presets.${value}`) }))}
            choose={preset => change({ preset, keys: {} })}
          />
        </div>
        <ul className={styles.keys}>
          {actionNames.map(action => (
            <KeyField key={action} action={action} settings={settings} change={keys => change({ keys })} />
          ))}
        </ul>
        {Object.keys(settings.keys).length > 0 && (
          <Button mt="sm" variant="default" onClick={() => change({ keys: {} })}>
            {t('keys.resetAll')}
          </Button>
        )}
      </Card>
    </div>
  );
}
