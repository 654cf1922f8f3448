import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ColourField.module.css';
import { contrastOnWhite, readableContrast } from './contrast';

type Props = {
  initial: string;
  wrong?: string | undefined;
  change?: (colour: string) => void;
  /** Letters on it turn dark by themselves where white ones could not be read. */
  adapts?: boolean;
};

/** A brand's colour with how well white text can be read on it. */
export function ColourField({ initial, wrong, change, adapts = false }: Props) {
  const { t } = useTranslation();
  const [colour, setColour] = useState(initial);
  const contrast = contrastOnWhite(colour);
  const isPoor = contrast < readableContrast;
  const poor = adapts ? 'settings.contrastDark' : 'settings.contrastPoor';
  return (
    <label className={styles.colour}>
      {t('settings.colour')}
      <span>
        <input
          type="color"
          name="colour"
          value={colour}
          onChange={event => {
            setColour(event.currentTarget.value);
            change?.(event.currentTarget.value);
          }}
        />
        <code>{colour}</code>
        <em
          aria-hidden="true"
          data-sample={t('settings.colourSample')}
          style={{ background: colour, color: isPoor && adapts ? '#0b1214' : '#fff' }}
        />
        <small data-poor={isPoor && !adapts} role="status">
          {t(isPoor ? poor : 'settings.contrastGood', {
            contrast: contrast.toFixed(1),
          })}
        </small>
      </span>
      {wrong && <small role="alert">{wrong}</small>}
    </label>
  );
}
