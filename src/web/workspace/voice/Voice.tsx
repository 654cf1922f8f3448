import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { Icon } from '../shell/Icon';
import { SoundDialog } from './SoundDialog';
import { useLasting } from './useLasting';
import { useRinging } from './useRinging';
import { useSoftphone, useTelephone } from './useSoftphone';
import styles from './Voice.module.css';

/** A page that is loaded anew has its sound back by then. */
const passedByMs = 4000;

/** Whether this tab can be heard, in the bar: quiet while all is well, with a word when something is not. */
export function Voice() {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  useTelephone();
  const { state, trouble, light } = useSoftphone();
  const desk = useDesk().data;
  useRinging(desk?.offers.some(offer => offer.channel === 'call') ?? false);
  const isPassedBy = useLasting(desk?.agent.state === 'available' && !desk.agent.hasTelephone, passedByMs);
  if (state === 'off' && !isPassedBy) return null;

  const wrong = isPassedBy
    ? t('call.noneMeans')
    : state === 'elsewhere'
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
        {isPassedBy && <span>{t('call.none')}</span>}
      </button>
      {isOpen && <SoundDialog close={() => open(false)} />}
    </>
  );
}
