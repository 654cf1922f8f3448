import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock } from '../../shared/format';
import type { DeskContact } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import { useDeskActions } from './actions';
import { DispositionOptions } from './DispositionOptions';
import { useDirectory } from './desk';
import { dropDraft, useDraft } from './drafts';
import styles from './WrapUpStrip.module.css';

const longestNote = 2000;

/** How the contact ended and what the next person should know: chosen any time, sent when the work on it is done. */
export function WrapUpStrip({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const personId = useSignedIn().person.id;
  const { wrapUp } = useDeskActions();
  const directory = useDirectory().data;
  const [draft, change] = useDraft(personId, contact.contactId);
  const now = useNow();
  const wrapping = contact.state === 'wrap-up';
  const left = contact.wrapUpEndsAt
    ? Math.max(0, Math.ceil((Date.parse(contact.wrapUpEndsAt) - now) / 1000))
    : null;
  const codes = (directory?.dispositions ?? []).filter(code => code.queueId === contact.queue.id);

  const mayEnd = wrapping && (Boolean(draft.disposition) || codes.length === 0);

  const done = useCallback(async () => {
    if (await wrapUp(contact, draft.disposition, draft.wrapUpNote.trim()))
      dropDraft(personId, contact.contactId);
  }, [wrapUp, contact, draft, personId]);

  // What was chosen is kept when the clock runs out before "done" is pressed.
  const sent = useRef(false);
  useEffect(() => {
    if (!wrapping || left === null || left > 1 || sent.current || !draft.disposition) return;
    sent.current = true;
    void done();
  }, [wrapping, left, draft.disposition, done]);

  // Whoever has just ended the contact goes on with how it ended; nobody is taken out of what he writes.
  const code = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (wrapping && !document.activeElement?.matches('input, textarea, select')) code.current?.focus();
  }, [wrapping]);

  useCommands(wrapping ? [{ id: 'done', title: t('wrapUp.done'), run: () => void done() }] : []);

  return (
    <form
      className={styles.strip}
      data-wrapping={wrapping}
      aria-label={t('wrapUp.title')}
      onSubmit={event => {
        event.preventDefault();
        if (mayEnd) void done();
      }}
    >
      <span>{t(wrapping ? 'wrapUp.now' : 'wrapUp.later')}</span>
      <select
        ref={code}
        aria-label={t('wrapUp.disposition')}
        value={draft.disposition ?? ''}
        onChange={event => change({ disposition: event.currentTarget.value })}
      >
        <option value="">{t('wrapUp.choose')}</option>
        <DispositionOptions codes={codes} />
      </select>
      <input
        aria-label={t('wrapUp.note')}
        placeholder={t('wrapUp.note')}
        maxLength={longestNote}
        value={draft.wrapUpNote}
        onChange={event => change({ wrapUpNote: event.currentTarget.value })}
      />
      {wrapping && left !== null && (
        <time className={styles.clock} data-soon={left <= 10}>
          {clock(left)}
        </time>
      )}
      {wrapping && (
        <Button type="submit" size="compact-md" disabled={!mayEnd} rightSection={<ActionKey action="done" />}>
          {t('wrapUp.done')}
        </Button>
      )}
    </form>
  );
}
