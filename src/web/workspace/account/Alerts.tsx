import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { playMessage, playOffer } from '../desk/announce';
import { Card } from '../shell/Page';
import styles from './Settings.module.css';
import { usePersonalSettings } from './settings';
import { useChangeSettings } from './useChangeSettings';

/** What may be heard and shown of offers and messages. */
export function Alerts() {
  const { t } = useTranslation();
  const settings = usePersonalSettings();
  const change = useChangeSettings();
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  const sounds = [
    { name: 'offerSound', title: t('settings.offerSound'), play: playOffer },
    { name: 'messageSound', title: t('settings.messageSound'), play: playMessage },
  ] as const;
  return (
    <Card title={t('settings.alerts')}>
      <div className={styles.rows}>
        {sounds.map(({ name, title, play }) => (
          <div key={name} className={styles.row}>
            <label htmlFor={name}>{title}</label>
            <div className={styles.sound}>
              <input
                id={name}
                type="checkbox"
                checked={settings[name]}
                onChange={event => change({ [name]: event.currentTarget.checked })}
              />
              <button type="button" aria-label={`${t('settings.listen')}: ${title}`} onClick={play}>
                {t('settings.listen')}
              </button>
            </div>
          </div>
        ))}
        <label className={styles.row}>
          <span>{t('settings.volume')}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={10}
            value={settings.volume}
            onChange={event => change({ volume: event.currentTarget.valueAsNumber })}
          />
        </label>
        <div className={styles.row}>
          <label htmlFor="notifications">{t('account.notifications')}</label>
          <div className={styles.sound}>
            <input
              id="notifications"
              type="checkbox"
              checked={settings.notifications}
              onChange={event => change({ notifications: event.currentTarget.checked })}
            />
            <small>{t(`account.notify.${permission}`)}</small>
            {permission === 'default' && (
              <Button
                style={{ flexShrink: 0 }}
                size="compact-sm"
                variant="default"
                onClick={async () => setPermission(await Notification.requestPermission())}
              >
                {t('account.allow')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}
