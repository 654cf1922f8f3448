import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { Icon } from '../shell/Icon';
import { SoundDialog } from './SoundDialog';
import { useRinging } from './useRinging';
import { useSoftphone, useTelephone } from './useSoftphone';
import styles from './Voice.module.css';

/** Whether this tab can be heard, in the bar: quiet while all is well, with a word when something is not. */
export function Voice() {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  useTelephone();
  const { state, trouble, light } = useSoftphone();
  useRinging(useDesk().data?.offers.some(offer => offer.channel === 'call') ?? false);
  if (state === 'off') return null;

  const wrong =
    state === 'elsewhere'
      ? t('call.elsewhere')
      : state === 'opening'
        ? t('call.opening')
        : trouble
          ? t(`call.trouble.${trouble}`)
          : null;
  const says = wrong ?? (light ? t(`call.light.${light}`) : t('call.ready'));
  return (
    <>
      <button
        type="button"
        className={styles.sound}
        data-light={wrong ? 'off' : (light ?? 'good')}
        title={says}
        aria-label={`${t('call.sound')}: ${says}`}
        onClick={() => open(true)}
      >
        <Icon name="headset" size={18} />
        <i />
      </button>
      {isOpen && <SoundDialog close={() => open(false)} />}
    </>
  );
}
