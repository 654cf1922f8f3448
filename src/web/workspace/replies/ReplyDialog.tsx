import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../shared/http';
import { languageNames } from '../../shared/i18n';
import { newId } from '../../shared/identity';
import { useSignedIn } from '../access/session';
import { useDirectory } from '../desk/desk';
import { Dialog } from '../shell/Dialog';
import { FormDialog } from '../shell/FormDialog';
import { usePartners } from '../shell/partners';
import { useForm } from '../shell/useForm';
import { duration, snoozes } from './effects';
import { Preview } from './Preview';
import { placeholders } from './placeholders';
import styles from './ReplyDialog.module.css';
import type { SavedReply } from './replies';

/** Writes a saved reply in one language: what it says, with a preview, and what else it does. */
export function ReplyDialog({ reply, close }: { reply: SavedReply | null; close: () => void }) {
  const { t } = useTranslation();
  const session = useSignedIn();
  const partners = usePartners();
  const dispositions = [...new Set(useDirectory().data?.dispositions.map(one => one.name))];
  const [id] = useState(() => reply?.id ?? newId());
  const [text, setText] = useState(reply?.text ?? '');
  const [language, setLanguage] = useState(reply?.language ?? 'en');
  const [partnerId, setPartnerId] = useState(reply?.partnerId ?? partners[0]?.id ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const title = t(reply ? 'replies.change' : 'replies.create');
  const form = useForm(['replies'], async fields => {
    await put(`/replies/${id}`, {
      version: reply?.version ?? 0,
      partnerId: partnerId || null,
      language,
      shortcut: String(fields.get('shortcut')).replace(/^\//, ''),
      title: fields.get('title'),
      text,
      tag: fields.get('tag') || null,
      disposition: fields.get('disposition') || null,
      note: fields.get('note') || null,
      snoozeMinutes: Number(fields.get('snoozeMinutes')) || null,
    });
    close();
  });

  function insert(placeholder: string) {
    const { selectionStart: from, selectionEnd: to } = field.current!;
    setText(`${text.slice(0, from)}{{${placeholder}}}${text.slice(to)}`);
    field.current!.focus();
  }

  return (
    <Dialog label={title} close={close}>
      <FormDialog title={title} submit={form.submit} problem={form.problem}>
        <div className={styles.pair}>
          <TextInput
            name="shortcut"
            label={t('replies.shortcut')}
            leftSection="/"
            required
            defaultValue={reply?.shortcut ?? ''}
            error={form.wrong('shortcut')}
          />
          <TextInput
            name="title"
            label={t('replies.name')}
            required
            defaultValue={reply?.title ?? ''}
            error={form.wrong('title')}
          />
        </div>
        <div className={styles.pair}>
          <label>
            {t('replies.partner')}
            <select value={partnerId} onChange={event => setPartnerId(event.currentTarget.value)}>
              {session.allPartners && <option value="">{t('replies.everyPartner')}</option>}
              {partners.map(partner => (
                <option key={partner.id} value={partner.id}>
                  {partner.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('replies.language')}
            <select value={language} onChange={event => setLanguage(event.currentTarget.value)}>
              {Object.entries(languageNames).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          {t('replies.text')}
          <textarea
            ref={field}
            rows={5}
            lang={language}
            value={text}
            aria-invalid={Boolean(form.wrong('text'))}
            onChange={event => setText(event.currentTarget.value)}
          />
          {form.wrong('text') && <span className={styles.wrong}>{form.wrong('text')}</span>}
        </label>
        <div className={styles.placeholders} role="toolbar" aria-label={t('replies.placeholders')}>
          {placeholders.map(placeholder => (
            <button key={placeholder} type="button" onClick={() => insert(placeholder)}>
              {placeholder}
            </button>
          ))}
        </div>
        <Preview text={text} language={language} partner={partners.find(one => one.id === partnerId)?.name} />
        <fieldset className={styles.also}>
          <legend>{t('replies.also')}</legend>
          <TextInput
            name="tag"
            label={t('replies.tag')}
            defaultValue={reply?.tag ?? ''}
            error={form.wrong('tag')}
          />
          <TextInput
            name="disposition"
            label={t('replies.disposition')}
            list="dispositions"
            defaultValue={reply?.disposition ?? ''}
            error={form.wrong('disposition')}
          />
          <datalist id="dispositions">
            {dispositions.map(name => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextInput
            name="note"
            label={t('replies.note')}
            defaultValue={reply?.note ?? ''}
            error={form.wrong('note')}
          />
          <label>
            {t('replies.snooze')}
            <select name="snoozeMinutes" defaultValue={reply?.snoozeMinutes ?? ''}>
              <option value="">{t('replies.noSnooze')}</option>
              {[...new Set([...snoozes, ...(reply?.snoozeMinutes ? [reply.snoozeMinutes] : [])])].map(
                minutes => (
                  <option key={minutes} value={minutes}>
                    {duration(minutes, t)}
                  </option>
                ),
              )}
            </select>
          </label>
        </fieldset>
        <Button type="submit" loading={form.busy}>
          {t('words.save')}
        </Button>
      </FormDialog>
    </Dialog>
  );
}
