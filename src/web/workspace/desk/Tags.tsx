import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../shared/http';
import type { DeskContact } from '../../shared/model';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { useDeskActions } from './actions';
import styles from './Tags.module.css';

const longestTag = 40;

/** What the conversation is about, in a word each: those of the partner are offered, and a new one is just typed. */
export function Tags({ contact, conversationId }: { contact: DeskContact; conversationId: string }) {
  const { t } = useTranslation();
  const { tag, untag } = useDeskActions();
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const known = useQuery({
    queryKey: ['tags', contact.partner.id],
    queryFn: () => get<string[]>(`/tags?partnerId=${contact.partner.id}`),
    enabled: adding,
    staleTime: 60_000,
  }).data;
  useCommands([{ id: 'tag', title: t('tags.add'), run: () => setAdding(true) }]);

  function end() {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') end();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const name = event.currentTarget.value.trim();
    if (name) void tag(conversationId, name);
    end();
  }

  return (
    <ul className={styles.tags} aria-label={t('tags.title')}>
      {contact.tags.map(name => (
        <li key={name}>
          {name}
          <button
            type="button"
            aria-label={t('tags.remove', { name })}
            onClick={() => void untag(conversationId, name)}
          >
            <Icon name="close" size={11} />
          </button>
        </li>
      ))}
      <li className={styles.add}>
        {adding ? (
          <>
            <input
              // biome-ignore lint/a11y/noAutofocus: it opens on a key or a click of the person who is to write in it.
              autoFocus
              list={listId}
              maxLength={longestTag}
              aria-label={t('tags.add')}
              placeholder={t('tags.hint')}
              onKeyDown={onKeyDown}
              onBlur={() => setAdding(false)}
            />
            <datalist id={listId}>
              {known
                ?.filter(name => !contact.tags.includes(name))
                .map(name => (
                  <option key={name} value={name} />
                ))}
            </datalist>
          </>
        ) : (
          <button ref={opener} type="button" onClick={() => setAdding(true)}>
            {t('tags.plus')}
          </button>
        )}
      </li>
    </ul>
  );
}
