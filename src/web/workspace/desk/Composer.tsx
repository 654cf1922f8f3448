import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, DeskContact, File } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useLine } from '../live/LiveLine';
import { useCommands } from '../palette/commands';
import { Key } from '../palette/Key';
import { AttachedFiles, useAttaching } from './AttachedFiles';
import styles from './Composer.module.css';
import { keepDraft, readDraft } from './drafts';
import { MovedThread } from './MovedThread';
import { isOvertaken, type Outgoing, send, useOutgoing } from './outbox';
import { useReadTo } from './useReadTo';
import { useTypingNotice } from './useTypingNotice';

const longestMessage = 4000;

type Props = { contact: DeskContact; conversationId: string; conversation: Conversation | undefined };

/** Where the agent writes: to the customer, or a note for colleagues. Each keeps its own draft through reloads. */
export function Composer({ contact, conversationId, conversation }: Props) {
  const { t } = useTranslation();
  const personId = useSignedIn().person.id;
  const [draft, setDraft] = useState(() => readDraft(personId, contact.contactId));
  const field = useRef<HTMLTextAreaElement>(null);
  const noticeTyping = useTypingNotice(useLine(), conversationId);
  const reading = useReadTo(conversation);
  const overtaken = useOutgoing(conversationId).find(isOvertaken);
  const canReply = contact.state === 'connected';
  const tab = canReply ? draft.tab : 'note';
  const text = draft[tab];

  function change(part: Partial<typeof draft>) {
    setDraft(shown => ({ ...shown, ...part }));
    keepDraft(personId, contact.contactId, part);
  }

  const attaching = useAttaching(conversationId, (file: File) => change({ files: [...draft.files, file] }));
  const isEmpty = text.trim() === '' && draft.files.length === 0;

  function submit() {
    if (isEmpty || attaching.busy > 0) return;
    const readTo = tab === 'reply' ? reading.number() : undefined;
    send({ conversationId, personId, kind: tab, text: text.trim(), files: draft.files, readTo });
    change({ [tab]: '', files: [] });
  }

  /** What was on its way stands in front of what was written since; what overtook it has been read. */
  function takeBack(message: Outgoing) {
    reading.look();
    const reply = [message.text, draft.reply].filter(Boolean).join('\n');
    change({ tab: 'reply', reply, files: [...message.files, ...draft.files] });
    requestAnimationFrame(() => field.current?.focus());
  }

  function turnTo(next: 'reply' | 'note') {
    change({ tab: next });
    requestAnimationFrame(() => field.current?.focus());
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there again once nothing is overtaken.
  useEffect(() => field.current?.focus(), [overtaken === undefined]);
  useCommands([
    ...(canReply ? [{ id: 'reply', title: t('composer.toReply'), run: () => turnTo('reply') }] : []),
    { id: 'note', title: t('composer.toNote'), run: () => turnTo('note') },
  ]);

  if (overtaken && conversation)
    return <MovedThread message={overtaken} conversation={conversation} change={takeBack} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; by keyboard it is added with the button.
    <div
      className={styles.compose}
      data-tab={tab}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        attaching.add(event.dataTransfer.files);
      }}
    >
      <div className={styles.tabs} role="tablist" aria-label={t('composer.kind')}>
        {(['reply', 'note'] as const).map(kind => (
          <button
            key={kind}
            type="button"
            role="tab"
            aria-selected={tab === kind}
            disabled={kind === 'reply' && !canReply}
            onClick={() => turnTo(kind)}
          >
            {t(`composer.${kind}`)}
          </button>
        ))}
      </div>
      <textarea
        ref={field}
        className={styles.text}
        rows={2}
        maxLength={longestMessage}
        lang={contact.language}
        spellCheck
        aria-label={t(`composer.${tab}`)}
        placeholder={t(tab === 'reply' ? 'composer.replyHint' : 'composer.noteHint')}
        value={text}
        onChange={event => {
          reading.look();
          change({ [tab]: event.currentTarget.value });
          if (tab === 'reply') noticeTyping();
        }}
        onPaste={event => attaching.add(event.clipboardData.files)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <AttachedFiles
        files={draft.files}
        busy={attaching.busy}
        remove={file => change({ files: draft.files.filter(other => other.id !== file.id) })}
      />
      <div className={styles.foot}>
        <label className={styles.attach}>
          {t('composer.file')}
          <input
            type="file"
            multiple
            className="for-screen-readers"
            onChange={event => {
              attaching.add(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <div className={styles.grow} />
        <button
          type="button"
          className={styles.send}
          disabled={isEmpty || attaching.busy > 0}
          onClick={submit}
        >
          {t(tab === 'reply' ? 'composer.send' : 'composer.keep')}
          <Key name="mod+Enter" />
        </button>
      </div>
    </div>
  );
}
