import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/http';
import { newId } from '../../shared/identity';
import type { Message } from '../../shared/model';
import { useSignedIn } from '../access/session';
import styles from '../desk/Composer.module.css';
import { addMessages } from '../desk/conversation';
import { useCommands } from '../palette/commands';
import { Key } from '../palette/Key';
import { useAttempt } from '../shell/useAttempt';

const longestMessage = 4000;

/** Advice that only the agent and leads see. What was typed stays until the server has it. */
export function CoachComposer({ conversationId, agent }: { conversationId: string; agent: string }) {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt();
  const [text, setText] = useState('');
  const clientId = useRef(newId());
  const field = useRef<HTMLTextAreaElement>(null);
  const may = useSignedIn().permissions.includes('steer-floor');

  async function submit() {
    if (text.trim() === '' || busy) return;
    const advice = { clientId: clientId.current, text: text.trim() };
    const said = await attempt(() =>
      post<Message>(`/conversations/${conversationId}/coaching`, advice, { key: null }),
    );
    if (!said) return;
    addMessages(conversationId, [said]);
    clientId.current = newId();
    setText('');
  }

  useCommands(may ? [{ id: 'note', title: t('readAlong.coach'), run: () => field.current?.focus() }] : []);
  if (!may) return null;
  return (
    <div className={styles.compose} data-tab="note">
      <textarea
        ref={field}
        className={styles.text}
        rows={2}
        maxLength={longestMessage}
        aria-label={t('readAlong.coach')}
        placeholder={t('readAlong.hint', { name: agent })}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={styles.foot}>
        <div className={styles.grow} />
        <button
          type="button"
          className={styles.send}
          disabled={text.trim() === '' || busy}
          onClick={() => void submit()}
        >
          {t('readAlong.send')}
          <Key name="mod+Enter" />
        </button>
      </div>
    </div>
  );
}
