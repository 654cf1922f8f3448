import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shared/clock';
import { post } from '../../shared/http';
import type { DeskContact } from '../../shared/model';
import { useDirectory } from '../desk/desk';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { toast } from '../shell/toast';
import { useForm } from '../shell/useForm';
import styles from './FollowUps.module.css';
import { localInput, nextMorning } from './when';

const longestText = 2000;
const leads = [0, 15, 60] as const;

/** Sets a task that comes back as work: to its author first, or to a queue. About a contact when one is open. */
export function FollowUpDialog({ contact, close }: { contact?: DeskContact | undefined; close: () => void }) {
  const { t } = useTranslation();
  const queues = useDirectory().data?.queues ?? [];
  const form = useForm(['follow-ups'], async data => {
    await post('/follow-ups', {
      text: String(data.get('text')),
      dueAt: new Date(String(data.get('due'))).toISOString(),
      leadMinutes: Number(data.get('lead')),
      mine: data.get('for') === 'me',
      queueId: data.get('queue'),
      aboutContactId: contact?.contactId ?? null,
    });
    close();
    toast(t('followUps.set'));
  });
  return (
    <Dialog label={t('followUps.new')} close={close}>
      <FormDialog title={t('followUps.new')} submit={form.submit} problem={form.problem}>
        {contact && <p>{t('followUps.about', { name: contact.customer.name ?? contact.partner.name })}</p>}
        <label className={styles.field}>
          {t('followUps.text')}
          <textarea name="text" rows={3} maxLength={longestText} required />
          {form.wrong('text') && <small role="alert">{form.wrong('text')}</small>}
        </label>
        <div className={styles.pair}>
          <TextInput
            name="due"
            type="datetime-local"
            label={t('followUps.due')}
            defaultValue={localInput(nextMorning(serverNow()))}
            error={form.wrong('dueAt')}
            required
          />
          <label className={styles.field}>
            {t('followUps.comes')}
            <select name="lead" defaultValue={15}>
              {leads.map(minutes => (
                <option key={minutes} value={minutes}>
                  {t('followUps.before', { count: minutes })}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className={styles.pair}>
          <label className={styles.field}>
            {t('followUps.for')}
            <select name="for" defaultValue="me">
              <option value="me">{t('followUps.me')}</option>
              <option value="queue">{t('followUps.queue')}</option>
            </select>
          </label>
          <label className={styles.field}>
            {t('followUps.inQueue')}
            <select name="queue" defaultValue={contact?.queue.id} required>
              {queues.map(queue => (
                <option key={queue.id} value={queue.id}>
                  {queue.name}
                </option>
              ))}
            </select>
            {form.wrong('queueId') && <small role="alert">{form.wrong('queueId')}</small>}
          </label>
        </div>
        <Button.Group>
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('followUps.add')}
          </Button>
        </Button.Group>
      </FormDialog>
    </Dialog>
  );
}
