import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAttempt } from '../shell/useAttempt';
import { chooseSound, useSoundChoices } from './choices';
import { DeviceChoice } from './DeviceChoice';
import { LevelMeter } from './LevelMeter';
import styles from './SoundForm.module.css';
import { softphone } from './softphone';
import { useDevices } from './useDevices';
import { useSoftphone } from './useSoftphone';

/** With what one speaks and hears at this computer, and a test that goes the same way as a call. */
export function SoundForm() {
  const { t } = useTranslation();
  const choices = useSoundChoices();
  const { microphones, speakers } = useDevices();
  const { state, trouble, isEchoing, contactId } = useSoftphone();
  const { attempt } = useAttempt();
  return (
    <div className={styles.form}>
      <div role="radiogroup" aria-label={t('call.device')} className={styles.devices}>
        {(['browser', 'phone'] as const).map(device => (
          <label key={device}>
            <input
              type="radio"
              name="device"
              checked={choices.device === device}
              onChange={() => chooseSound({ device })}
            />
            <span>
              <b>{t(`call.devices.${device}`)}</b>
              <small>{t(`call.deviceMeans.${device}`)}</small>
            </span>
          </label>
        ))}
      </div>
      {choices.device === 'browser' && (
        <>
          <DeviceChoice name="microphone" devices={microphones} />
          <DeviceChoice name="speaker" devices={speakers} />
          <DeviceChoice name="ringer" devices={speakers} />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={choices.cleansSound}
              onChange={event => chooseSound({ cleansSound: event.currentTarget.checked })}
            />
            {t('call.cleansSound')}
          </label>
          {trouble && <p className={styles.trouble}>{t(`call.trouble.${trouble}`)}</p>}
          {state === 'elsewhere' && (
            <div className={styles.row}>
              <span>{t('call.elsewhere')}</span>
              <Button size="compact-md" onClick={() => softphone.claim()}>
                {t('call.useHere')}
              </Button>
            </div>
          )}
          {state === 'open' && contactId === null && (
            <div className={styles.row}>
              <Button
                size="compact-md"
                variant="default"
                onClick={() => void attempt(() => softphone.echo(!isEchoing))}
              >
                {t(isEchoing ? 'call.echoEnd' : 'call.echo')}
              </Button>
              {isEchoing ? <LevelMeter /> : <small>{t('call.echoMeans')}</small>}
            </div>
          )}
        </>
      )}
    </div>
  );
}
