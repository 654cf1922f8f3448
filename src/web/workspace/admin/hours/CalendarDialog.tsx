import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursException, ShowOrganisationCalendarView } from '../../../shared/api';
import { put } from '../../../shared/http';
import { newId } from '../../../shared/identity';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { usePartners } from '../../shell/partners';
import { useForm } from '../../shell/useForm';
import styles from './CalendarDialog.module.css';
import { Exceptions } from './Exceptions';
import { days, periodsOf, textOf, usualHours } from './hoursText';

const zones = Intl.supportedValuesOf('timeZone');

/** Opening hours: periods for each day of the week by a place's clock, and the days that differ. */
export function CalendarDialog(props: { calendar: ShowOrganisationCalendarView | null; close: () => void }) {
  const { t } = useTranslation();
  const { calendar, close } = props;
  const partners = usePartners();
  const hours = calendar?.hours ?? usualHours();
  const [exceptions, setExceptions] = useState<HoursException[]>(hours.exceptions);
  const title = calendar?.name ?? t('hours.add');
  const form = useForm(['organisation'], async fields => {
    await put(`/opening-calendars/${calendar?.id ?? newId()}`, {
      version: calendar?.version ?? 0,
      partnerId: fields.get('partner') || null,
      name: String(fields.get('name')).trim(),
      timeZone: fields.get('zone'),
      hours: {
        ...Object.fromEntries(days.map(day => [day, periodsOf(String(fields.get(day)))])),
        exceptions,
      },
    });
    close();
  });
  return (
    <Dialog label={title} close={close} className={styles.dialog!}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <TextInput
          name="name"
          label={t('settings.name')}
          required
          defaultValue={calendar?.name}
          error={form.wrong('name')}
        />
        <label>
          {t('settings.partner')}
          {/* A field that is disabled would not be sent: a calendar stays with its partner. */}
          <select name="partner" defaultValue={calendar?.partnerId ?? ''}>
            {!calendar?.partnerId && <option value="">{t('hours.everybody')}</option>}
            {partners
              .filter(partner => !calendar || partner.id === calendar.partnerId)
              .map(partner => (
                <option key={partner.id} value={partner.id}>
                  {partner.name}
                </option>
              ))}
          </select>
        </label>
        <TextInput
          name="zone"
          list="time-zones"
          label={t('hours.zone')}
          required
          defaultValue={calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          error={form.wrong('timeZone')}
        />
        <datalist id="time-zones">
          {zones.map(zone => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <fieldset className={styles.week}>
          <legend>{t('hours.week')}</legend>
          <p>{t('hours.weekHint')}</p>
          {days.map(day => (
            <div key={day}>
              <label htmlFor={`hours-${day}`}>{t(`hours.day.${day}`)}</label>
              <TextInput
                id={`hours-${day}`}
                name={day}
                placeholder={t('hours.closed')}
                defaultValue={textOf(hours[day])}
                error={form.wrong(`hours.${day}`)}
              />
            </div>
          ))}
        </fieldset>
        <Exceptions exceptions={exceptions} change={setExceptions} wrong={form.wrong} />
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
