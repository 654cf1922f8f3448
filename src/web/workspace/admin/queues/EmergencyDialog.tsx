import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListQueuesQueueView } from '../../../shared/api';
import { languageName } from '../../../shared/format';
import { put, remove } from '../../../shared/http';
import { Dialog } from '../../shell/Dialog';
import { FormDialog } from '../../shell/FormDialog';
import { useAttempt } from '../../shell/useAttempt';
import { useForm } from '../../shell/useForm';
import { useEmergencies, useOrganisation } from '../settings/organisation';

const longestAnnouncement = 500;

/** Stops a queue at once with words for its customers, or lets it go on. */
export function EmergencyDialog({ queue, close }: { queue: ListQueuesQueueView; close: () => void }) {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('emergencies');
  const running = useEmergencies().data?.find(emergency => emergency.queueId === queue.id);
  const partner = useOrganisation().data?.partners.find(known => known.id === queue.settings.partnerId);
  const path = `/queues/${queue.id}/emergency`;
  const form = useForm(['emergencies'], async fields => {
    const said = [...fields].map(([language, text]) => [language, String(text).trim()] as const);
    await put(path, { announcements: Object.fromEntries(said.filter(([, text]) => text)) });
    close();
  });
  const title = t('emergency.named', { name: queue.settings.name });

  async function end() {
    await attempt(() => remove(path), t('emergency.ended'));
    close();
  }

  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <p>{t('emergency.what')}</p>
        {partner?.languages.map(language => (
          <Textarea
            key={language}
            name={language}
            label={languageName(language)}
            lang={language}
            maxLength={longestAnnouncement}
            autosize
            minRows={2}
            defaultValue={running?.announcements[language] ?? ''}
            error={form.wrong(`announcements.${language}`)}
          />
        ))}
        {form.wrong('announcements') && <p role="alert">{form.wrong('announcements')}</p>}
        <Button type="submit" color="var(--breach)" loading={form.busy}>
          {t(running ? 'emergency.change' : 'emergency.declare')}
        </Button>
        {running && (
          <Button variant="default" loading={busy} onClick={() => void end()}>
            {t('emergency.end')}
          </Button>
        )}
      </FormDialog>
    </Dialog>
  );
}
