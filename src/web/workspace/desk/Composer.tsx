import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Conversation, File } from '../../shared/model';
import { useSignedIn } from '../access/session';
import { useCommands } from '../palette/commands';
import { Key } from '../palette/Key';
import { Icon } from '../shell/Icon';
import { AttachedFiles, useAttaching } from './AttachedFiles';
import styles from './Composer.module.css';
import { type Addressee, type Draft, noEffects, useDraft } from './drafts';
import { EffectChips } from './EffectChips';
import { MovedThread } from './MovedThread';
import { isOvertaken, type Outgoing, useOutgoing } from './outbox';
import type { Sign } from './suggest/trigger';
import { useReadTo } from './useReadTo';
import { useSending } from './useSending';
import { WritingField, type WritingTools } from './WritingField';

type Props = { contact: Addressee; conversationId: string; conversation: Conversation | undefined };

/** Where the agent writes: to the customer, or a note for colleagues. Each keeps its own draft through reloads. */
export function Composer({ contact, conversationId, conversation }: Props) {
  const { t } = useTranslation();
  const [draft, change] = useDraft(useSignedIn().person.id, contact.contactId);
  const tools = useRef<WritingTools>(null);
  const reading = useReadTo(conversation);
  const sending = useSending(contact, conversationId);
  const overtaken = useOutgoing(conversationId).find(isOvertaken);
  const canReply = contact.state === 'connected';
  const tab = canReply ? draft.tab : 'note';
  const attaching = useAttaching(conversationId, (file: File) => change({ files: [...draft.files, file] }));
  // Where there is nobody to reply to, there is no tab for it.
  const kinds = contact.queue.id ? (['reply', 'note'] as const) : (['note'] as const);
  const isEmpty = draft[tab].trim() === '' && draft.files.length === 0 && !(tab === 'reply' && acts(draft));
  // Who has not seen the conversation yet cannot have read it: a reply would count as overtaken.
  const isHeld = isEmpty || attaching.busy > 0 || conversation === undefined;

  function submit() {
    if (isHeld) return;
    if (tab === 'reply') sending.reply(draft, reading.number());
    else sending.note(draft);
    change({
      [tab]: '',
      files: [],
      ...(tab === 'reply' ? { effects: noEffects } : { mentioned: [] }),
    });
  }

  /** What was on its way stands in front of what was written since; what overtook it has been read. */
  function takeBack(message: Outgoing) {
    reading.look();
    const reply = [message.text, draft.reply].filter(Boolean).join('\n');
    change({ tab: 'reply', reply, files: [...message.files, ...draft.files] });
  }

  function turnTo(next: 'reply' | 'note', sign?: Sign) {
    // At once: the next key belongs into the field.
    flushSync(() => change({ tab: next }));
    if (sign) tools.current?.begin(sign);
    else tools.current?.focus();
  }

  // Before it is painted: the first key after a glance belongs into the field, or it would act as a command elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there again once nothing is overtaken.
  useLayoutEffect(() => tools.current?.focus(), [overtaken === undefined]);
  useCommands([
    ...(canReply
      ? [
          { id: 'reply', title: t('composer.toReply'), run: () => turnTo('reply') },
          { id: 'replies', title: t('composer.savedReply'), run: () => turnTo('reply', '/') },
        ]
      : []),
    { id: 'note', title: t('composer.toNote'), run: () => turnTo('note') },
    { id: 'mention', title: t('composer.mention'), run: () => turnTo('note', '@') },
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
        {kinds.map(kind => (
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
      <WritingField
        ref={tools}
        contact={contact}
        conversationId={conversationId}
        tab={tab}
        draft={draft}
        change={part => {
          reading.look();
          change(part);
        }}
        submit={submit}
        addFiles={attaching.add}
      />
      <AttachedFiles
        files={draft.files}
        busy={attaching.busy}
        remove={file => change({ files: draft.files.filter(other => other.id !== file.id) })}
      />
      {tab === 'reply' && <EffectChips effects={draft.effects} change={effects => change({ effects })} />}
      <div className={styles.foot}>
        {tab === 'reply' ? (
          <button type="button" className={styles.tool} onClick={() => tools.current?.begin('/')}>
            {t('composer.replies')}
          </button>
        ) : (
          <button type="button" className={styles.tool} onClick={() => tools.current?.begin('@')}>
            {t('composer.colleague')}
          </button>
        )}
        <button
          type="button"
          className={styles.tool}
          title={t('composer.emoji')}
          aria-label={t('composer.emoji')}
          onClick={() => tools.current?.begin(':')}
        >
          <Icon name="smile" size={16} />
        </button>
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
        <button type="button" className={styles.send} disabled={isHeld} onClick={submit}>
          {t(tab === 'reply' ? 'composer.send' : 'composer.keep')}
          <Key name="mod+Enter" />
        </button>
      </div>
    </div>
  );
}

/** A macro may act without a word. */
function acts({ effects }: Draft) {
  return Object.values(effects).some(Boolean);
}
