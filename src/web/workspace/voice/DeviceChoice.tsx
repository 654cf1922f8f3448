import { useTranslation } from 'react-i18next';
import { chooseSound, useSoundChoices } from './choices';
import styles from './SoundForm.module.css';

type Props = { name: 'microphone' | 'speaker' | 'ringer'; devices: MediaDeviceInfo[] };

/** Devices have names only once the microphone was allowed. One that is not plugged in now stays chosen. */
export function DeviceChoice({ name, devices }: Props) {
  const { t } = useTranslation();
  const chosen = useSoundChoices()[name];
  const isAway = chosen !== '' && !devices.some(device => device.deviceId === chosen);
  return (
    <label className={styles.choice}>
      <span>{t(`call.${name}`)}</span>
      <select value={chosen} onChange={event => chooseSound({ [name]: event.currentTarget.value })}>
        <option value="">{t('call.asSystem')}</option>
        {devices.map(device => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
        {isAway && <option value={chosen}>{t('call.unplugged')}</option>}
      </select>
    </label>
  );
}
