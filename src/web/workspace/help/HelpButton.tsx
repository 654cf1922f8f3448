import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { clock, secondsSince } from '../../shared/format';
import { useDesk } from '../desk/desk';
import { ActionKey } from '../palette/ActionKey';
import { useCommands } from '../palette/commands';
import styles from './HelpButton.module.css';
import { useHelp } from './useHelp';

const longestWord = 200;

/** One key calls the lead; a word about it may follow, and the same key takes the call back. */
export function HelpButton() {
  const { t } = useTranslation();
  const { contactId } = useParams({ strict: false });
  const contacts = useDesk().data?.contacts ?? [];
  const about = contacts.find(contact => contact.contactId === contactId) ?? contacts[0];
  const { help, ask, stop } = useHelp(about?.contactId);
  const [asksWord, setAsksWord] = useState(false);
  const now = useNow();

  function toggle() {
    setAsksWord(!help);
    void (help ? stop() : ask());
  }

  useCommands([{ id: 'help', title: t(help ? 'help.stop' : 'help.ask'), run: toggle }]);

  return (
    <span className={styles.help} data-asked={help !== null}>
      <button type="button" aria-pressed={help !== null} title={help?.word ?? undefined} onClick={toggle}>
        {t('help.button')}
        {help ? <small>{clock(secondsSince(help.since, now))}</small> : <ActionKey action="help" />}
      </button>
      {help && asksWord && (
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens on the key of the person who may write in it.
          autoFocus
          maxLength={longestWord}
          aria-label={t('help.word')}
          placeholder={t('help.word')}
          onKeyDown={event => {
            if (event.key === 'Enter') void ask(event.currentTarget.value.trim());
            if (event.key === 'Enter' || event.key === 'Escape') setAsksWord(false);
          }}
        />
      )}
    </span>
  );
}
