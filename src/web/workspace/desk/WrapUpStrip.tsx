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

/**
 * How the contact ended and what the next person should know: chosen any time, sent when the work on it is done. What its
 * queue mostly ends with stands ready, so that one key ends the contact and its wrap-up.
 */
export function WrapUpStrip({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const personId = useSignedIn().person.id;
  const { end, finish, wrapUp } = useDeskActions();
  const directory = useDirectory().data;
  const [draft, change] = useDraft(personId, contact.contactId);
  const now = useNow();
  const wrapping = contact.state === 'wrap-up';
  const connected = contact.state === 'connected';
  const left = contact.wrapUpEndsAt
    ? Math.max(0, Math.ceil((Date.parse(contact.wrapUpEndsAt) - now) / 1000))
    : null;
  const codes = (directory?.dispositions ?? []).filter(code => code.queueId === contact.queue.id);
  const disposition = draft.disposition ?? codes.find(code => code.usual)?.id ?? '';
  const said = disposition !== '' || codes.length === 0;

  const done = useCallback(async () => {
    const say = contact.state === 'wrap-up' ? wrapUp : finish;
    if (await say(contact, disposition, draft.wrapUpNote.trim())) dropDraft(personId, contact.contactId);
  }, [wrapUp, finish, contact, disposition, draft.wrapUpNote, personId]);

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

  useCommands(wrapping && said ? [{ id: 'done', title: t('wrapUp.done'), run: () => void done() }] : []);
  useCommands(
    connected
      ? [{ id: 'finish', title: t('wrapUp.finish'), run: () => void (said ? done() : end(contact)) }]
      : [],
  );

  return (
    <form
      className={styles.strip}
      data-wrapping={wrapping}
      aria-label={t('wrapUp.title')}
      onSubmit={event => {
        event.preventDefault();
        if (wrapping && said) void done();
      }}
    >
      <span>{t(wrapping ? 'wrapUp.now' : 'wrapUp.later')}</span>
      <select
        ref={code}
        aria-label={t('wrapUp.disposition')}
        value={disposition}
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
        <Button type="submit" size="compact-md" disabled={!said} rightSection={<ActionKey action="done" />}>
          {t('wrapUp.done')}
        </Button>
      )}
      {connected && said && (
        <button type="button" className={styles.finish} onClick={() => void done()}>
          {t('wrapUp.finish')} <ActionKey action="finish" />
        </button>
      )}
    </form>
  );
}
