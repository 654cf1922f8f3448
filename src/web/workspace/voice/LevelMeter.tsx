import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SoundForm.module.css';
import { softphone } from './softphone';

const lookEveryMs = 100;
/** The loudness, as the root of the mean square, at which the meter is full. */
const full = 0.25;

/** How loud what comes back is: seen, where it cannot be heard. */
export function LevelMeter() {
  const { t } = useTranslation();
  const [level, set] = useState(0);
  useEffect(() => {
    const heard = softphone.heard;
    if (!heard) return;
    const audio = new AudioContext();
    const meter = audio.createAnalyser();
    audio.createMediaStreamSource(heard).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    const timer = setInterval(() => {
      meter.getFloatTimeDomainData(samples);
      const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      set(Math.min(1, Math.sqrt(square) / full));
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, []);
  return <meter className={styles.level} value={level} aria-label={t('call.level')} />;
}
