import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine } from '../live/LiveLine';
import styles from './Composer.module.css';
import { type Addressee, type Draft, mergedEffects } from './drafts';
import { Suggestions } from './suggest/Suggestions';
import type { Suggestion } from './suggest/suggestion';
import type { Sign, Trigger } from './suggest/trigger';
import { useEmojiSuggestions } from './suggest/useEmojiSuggestions';
import { useMentionSuggestions } from './suggest/useMentionSuggestions';
import { useReplySuggestions } from './suggest/useReplySuggestions';
import { useSuggestions } from './suggest/useSuggestions';
import { useTypingNotice } from './useTypingNotice';

const longestMessage = 4000;
const signsOf: Record<'reply' | 'note', Sign[]> = { reply: ['/', ':'], note: ['@', ':'] };

/** What the buttons around the field can do with it. */
export type WritingTools = { focus: () => void; begin: (sign: Sign) => void };

type Props = {
  ref: Ref<WritingTools>;
  contact: Addressee;
  conversationId: string;
  tab: 'reply' | 'note';
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  submit: () => void;
  addFiles: (files: FileList | null) => void;
};

/** The field in which one writes, with what it suggests: saved replies by /, colleagues by @, small pictures by a colon. */
export function WritingField(props: Props) {
  const { ref, contact, conversationId, tab, draft, change, submit, addFiles } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const noticeTyping = useTypingNotice(useLine(), conversationId, tab === 'reply');
  const replies = useReplySuggestions(contact, tab === 'reply', effects =>
    change({ effects: mergedEffects(draft.effects, effects) }),
  );
  const colleagues = useMentionSuggestions(conversationId, tab === 'note', person =>
    change({ mentioned: [...draft.mentioned.filter(one => one.id !== person.id), person] }),
  );
  const emoji = useEmojiSuggestions();
  const sources: Record<Sign, (wanted: string) => Suggestion[]> = {
    '/': replies,
    '@': colleagues,
    ':': emoji,
  };
  const suggest = useSuggestions({
    field,
    text: draft[tab],
    change: text => change({ [tab]: text }),
    signs: signsOf[tab],
    find: (trigger: Trigger) => sources[trigger.sign](trigger.wanted),
  });
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), begin: suggest.begin }));
  const titles = { '/': 'composer.savedReply', '@': 'composer.mention', ':': 'composer.emoji' } as const;

  return (
    <>
      {suggest.sign && suggest.list.length > 0 && (
        <Suggestions
          id={suggest.id}
          title={t(titles[suggest.sign])}
          list={suggest.list}
          chosen={suggest.chosen}
          look={suggest.look}
          choose={suggest.choose}
        />
      )}
      <textarea
        ref={field}
        className={styles.text}
        rows={2}
        maxLength={longestMessage}
        lang={contact.language}
        spellCheck
        aria-label={t(`composer.${tab}`)}
        placeholder={t(tab === 'reply' ? 'composer.replyHint' : 'composer.noteHint')}
        {...suggest.aria}
        value={draft[tab]}
        onChange={event => {
          suggest.follow(event.currentTarget.selectionEnd);
          change({ [tab]: event.currentTarget.value });
          noticeTyping();
        }}
        onSelect={event => suggest.follow(event.currentTarget.selectionEnd)}
        onPaste={event => addFiles(event.clipboardData.files)}
        onKeyDown={event => {
          if (suggest.onKeyDown(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </>
  );
}
