import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shared/clock';
import { dateAndTime } from '../../shared/format';
import { post } from '../../shared/http';
import { newId } from '../../shared/identity';
import type { DeskContact } from '../../shared/model';
import styles from '../followups/FollowUps.module.css';
import { localInput, nextMorning } from '../followups/when';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { toast } from '../shell/toast';
import { useForm } from '../shell/useForm';

/** How long whoever promised keeps the callback to himself; then anybody of the queue may keep it. */
const ownMs = 30 * 60_000;

/** Promises to call the customer back: now in its turn, or at an hour. The number stands in a note for whoever calls. */
export function CallbackDialog({ contact, close }: { contact: DeskContact; close: () => void }) {
  const { t } = useTranslation();
  const [later, setLater] = useState(true);
  const form = useForm(['desk'], async data => {
    const number = String(data.get('number')).trim();
    const dueAt = later ? new Date(String(data.get('due'))) : null;
    const mine = later && data.has('mine');
    await note(
      contact,
      dueAt
        ? t('callback.noteAt', { number, when: dateAndTime(dueAt.toISOString()) })
        : t('callback.note', { number }),
    );
    await post(`/contacts/${contact.contactId}/callback`, {
      number,
      dueAt: dueAt?.toISOString() ?? null,
      releaseAt: mine && dueAt ? new Date(dueAt.getTime() + ownMs).toISOString() : null,
    });
    close();
    toast(t('callback.promised'));
  });
  return (
    <Dialog label={t('callback.title')} close={close}>
      <FormDialog title={t('callback.title')} submit={form.submit} problem={form.problem}>
        <p>{t('callback.hint')}</p>
        <TextInput
          name="number"
          type="tel"
          autoComplete="off"
          label={t('callback.number')}
          defaultValue={contact.channel === 'call' ? (contact.customer.name ?? '') : ''}
          error={form.wrong('number')}
          required
        />
        <div className={styles.pair}>
          <label className={styles.field}>
            {t('callback.when')}
            <select value={String(later)} onChange={event => setLater(event.currentTarget.value === 'true')}>
              <option value="true">{t('callback.at')}</option>
              <option value="false">{t('callback.inTurn')}</option>
            </select>
          </label>
          {later && (
            <TextInput
              name="due"
              type="datetime-local"
              label={t('callback.due')}
              defaultValue={localInput(nextMorning(serverNow()))}
              error={form.wrong('dueAt')}
              required
            />
          )}
        </div>
        {later && (
          <label>
            <input type="checkbox" name="mine" defaultChecked /> {t('callback.mine')}
          </label>
        )}
        <Button.Group>
          <Button variant="default" onClick={close}>
            {t('words.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('callback.promise')}
          </Button>
        </Button.Group>
      </FormDialog>
    </Dialog>
  );
}

function note({ conversationId }: DeskContact, text: string): Promise<unknown> {
  if (!conversationId) return Promise.resolve();
  return post(
    `/conversations/${conversationId}/messages`,
    { clientId: newId(), kind: 'note', text },
    { key: null },
  );
}
