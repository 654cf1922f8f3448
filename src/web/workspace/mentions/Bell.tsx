import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/clock';
import { dateAndTime, relativeTime } from '../../shared/format';
import { useDesk } from '../desk/desk';
import { useCommands } from '../palette/commands';
import { Icon } from '../shell/Icon';
import { Menu, MenuItem, MenuLine } from '../shell/Menu';
import styles from './Bell.module.css';
import { type Mention, markMentionsRead, useMentions } from './mentions';

/** Notes that name the reader: how many are unread, and the list of them. */
export function Bell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow();
  const mentions = useMentions();
  const mine = useDesk().data?.contacts ?? [];
  const unread = mentions.filter(mention => !mention.read);

  function open({ conversationId, contactId }: Mention) {
    void markMentionsRead(conversationId);
    if (mine.some(contact => contact.contactId === contactId))
      void navigate({ to: '/desk/$contactId', params: { contactId } });
    else void navigate({ to: '/conversation/$conversationId', params: { conversationId } });
  }

  const next = unread[0];
  useCommands(next ? [{ id: 'mention.open', title: t('mentions.openNext'), run: () => open(next) }] : []);

  return (
    <Menu
      side="right"
      buttonClass={styles.bell!}
      title={t('mentions.title')}
      button={
        <>
          <Icon name="bell" size={18} />
          <span className="for-screen-readers">{t('mentions.unread', { count: unread.length })}</span>
          {unread.length > 0 && <i aria-hidden="true">{unread.length}</i>}
        </>
      }
    >
      {mentions.length === 0 && <p className={styles.none}>{t('mentions.none')}</p>}
      {mentions.map(mention => (
        <MenuItem key={`${mention.conversationId} ${mention.number}`} onChoose={() => open(mention)}>
          <span className={styles.mention} data-unread={!mention.read}>
            <b>{mention.by}</b>
            <small>{[mention.customerName, mention.partnerName].filter(Boolean).join(' · ')}</small>
            <time dateTime={mention.at} title={dateAndTime(mention.at)}>
              {relativeTime(mention.at, now)}
            </time>
            <span>{mention.text}</span>
          </span>
        </MenuItem>
      ))}
      {unread.length > 0 && (
        <>
          <MenuLine />
          <MenuItem onChoose={() => void markMentionsRead()}>{t('mentions.readAll')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
