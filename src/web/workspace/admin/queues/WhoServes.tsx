import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel, QueueRequest } from '../../../shared/api';
import { Card } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import { useOrganisation } from '../settings/organisation';
import { Explained } from './Explained';
import { Select } from './Select';

type Props = {
  draft: QueueRequest;
  change: (part: Partial<QueueRequest>) => void;
  wrong: (field: string) => string | undefined;
  isNew: boolean;
};

const channels: Channel[] = ['call', 'chat', 'message', 'mail', 'task'];

/** Whose queue it is, what it takes and when, and who is asked in what order. */
export function WhoServes({ draft, change, wrong, isNew }: Props) {
  const { t } = useTranslation();
  const partners = usePartners();
  const calendars = useOrganisation().data?.openingCalendars ?? [];
  return (
    <Card title={t('queue.group.who')}>
      <Explained help={t('queue.help.name')}>
        <TextInput
          autoFocus={isNew}
          label={t('settings.name')}
          required
          value={draft.name}
          onChange={event => change({ name: event.currentTarget.value })}
          error={draft.name === '' ? undefined : wrong('name')}
        />
      </Explained>
      <Explained help={t('queue.help.partner')} wrong={wrong('partnerId')}>
        <Select
          label={t('settings.partner')}
          value={draft.partnerId}
          disabled={!isNew}
          choices={partners.map(partner => ({ value: partner.id, title: partner.name }))}
          change={partnerId => change({ partnerId: partnerId ?? '' })}
        />
      </Explained>
      <Explained help={t('queue.help.channels')} wrong={wrong('channels')}>
        <fieldset>
          <legend>{t('queue.channels')}</legend>
          {channels.map(channel => (
            <label key={channel}>
              <input
                type="checkbox"
                checked={draft.channels.includes(channel)}
                onChange={event =>
                  change({
                    channels: event.currentTarget.checked
                      ? [...draft.channels, channel]
                      : draft.channels.filter(other => other !== channel),
                  })
                }
              />
              {t(`channel.${channel}`)}
            </label>
          ))}
        </fieldset>
      </Explained>
      <Explained help={t('queue.help.members')}>
        <Textarea
          label={t('queue.members')}
          autosize
          spellCheck={false}
          value={draft.members ?? ''}
          onChange={event => change({ members: event.currentTarget.value || null })}
          error={wrong('members')}
        />
      </Explained>
      <Explained help={t('queue.help.steps')}>
        <Textarea
          label={t('queue.steps')}
          autosize
          minRows={2}
          spellCheck={false}
          value={draft.steps}
          onChange={event => change({ steps: event.currentTarget.value })}
          error={wrong('steps')}
        />
      </Explained>
      <Explained help={t('queue.help.hours')} wrong={wrong('openingCalendarId')}>
        <Select
          label={t('queue.hours')}
          value={draft.openingCalendarId}
          none={t('queue.alwaysOpen')}
          choices={calendars
            .filter(calendar => !calendar.partnerId || calendar.partnerId === draft.partnerId)
            .map(calendar => ({ value: calendar.id, title: calendar.name }))}
          change={openingCalendarId => change({ openingCalendarId })}
        />
      </Explained>
    </Card>
  );
}
