import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shared/clock';
import type { FloorQueue } from '../../shared/model';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import styles from './QueueOpening.module.css';
import { type Opening, switchReasons, useFloorActions } from './useFloorActions';

const choices = ['open', 'pause', 'close'] as const;
const pauseMinutes = [15, 30, 60, 120];

/** Open, closed for a while, or closed: one choice, with the reason that the audit log keeps. */
export function QueueOpening({ queue, close }: { queue: FloorQueue; close: () => void }) {
  const { t } = useTranslation();
  const { switchQueue } = useFloorActions();
  // The other of the two is what the lead came for.
  const [chosen, setChosen] = useState<(typeof choices)[number]>(queue.open ? 'pause' : 'open');
  const title = t('floor.switch.title', { queue: queue.name });

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const until = serverNow() + Number(fields.get('minutes')) * 60_000;
    close();
    void switchQueue(queue, {
      open: chosen === 'open',
      opensAt: chosen === 'pause' ? new Date(until).toISOString() : null,
      why: (fields.get('why') ?? 'other') as Opening['why'],
    });
  }

  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={save} problem="">
        <fieldset className={styles.choices}>
          <legend className="for-screen-readers">{title}</legend>
          {choices.map(choice => (
            <label key={choice}>
              <input
                type="radio"
                name="opening"
                checked={chosen === choice}
                autoFocus={chosen === choice}
                onChange={() => setChosen(choice)}
              />
              <span>
                <b>{t(`floor.switch.${choice}`)}</b>
                <small>{t(`floor.switch.${choice}Hint`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen === 'pause' && (
          <NativeSelect
            name="minutes"
            label={t('floor.switch.for')}
            data={pauseMinutes.map(minutes => ({
              value: String(minutes),
              label: t('floor.switch.minutes', { count: minutes }),
            }))}
          />
        )}
        {chosen !== 'open' && (
          <NativeSelect
            name="why"
            label={t('floor.switch.why')}
            data={switchReasons.map(why => ({ value: why, label: t(`floor.switch.reason.${why}`) }))}
          />
        )}
        <Button type="submit">{t('words.save')}</Button>
      </FormDialog>
    </Dialog>
  );
}
