import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../shared/format';
import { useSignedIn } from '../access/session';
import { useCommands } from '../palette/commands';
import { Menu, MenuItem } from '../shell/Menu';
import { Page } from '../shell/Page';
import { usePartners } from '../shell/partners';
import { useProblemText } from '../shell/problem';
import { type Column, separator } from '../shell/table/column';
import { Table } from '../shell/table/Table';
import { useRemoval } from '../shell/useRemoval';
import { effectsOf } from './effects';
import styles from './RepliesPage.module.css';
import { ReplyDialog } from './ReplyDialog';
import { type SavedReply, useReplies } from './replies';

/** Everything that agents need not write again, in every language, for each partner and for all. */
export function RepliesPage() {
  const { t } = useTranslation();
  const session = useSignedIn();
  const replies = useReplies();
  const problemText = useProblemText();
  const removal = useRemoval('replies');
  const [edited, setEdited] = useState<SavedReply | 'new' | null>(null);
  const mayChange = (reply: SavedReply) => session.allPartners || Boolean(reply.partnerId);
  useCommands([{ id: 'replies.create', title: t('replies.create'), run: () => setEdited('new') }]);

  return (
    <Page
      wide
      title={t('places.replies')}
      actions={<Button onClick={() => setEdited('new')}>{t('replies.create')}</Button>}
    >
      <Table
        label={t('places.replies')}
        rows={replies.data}
        columns={useColumns()}
        keyOf={reply => reply.id}
        empty={<p>{t('replies.none')}</p>}
        open={reply => mayChange(reply) && setEdited(reply)}
        problem={
          replies.error && !replies.data
            ? { text: problemText(replies.error), retry: () => void replies.refetch() }
            : undefined
        }
        actions={reply =>
          mayChange(reply) && (
            <Menu
              side="right"
              buttonClass={styles.more!}
              title={t('people.actionsFor', { name: reply.title })}
              button="⋯"
            >
              <MenuItem onChoose={() => setEdited(reply)}>{t('replies.change')}</MenuItem>
              <MenuItem onChoose={() => void removal(`/replies/${reply.id}`, t('replies.removed'))}>
                {t('replies.remove')}
              </MenuItem>
            </Menu>
          )
        }
      />
      {edited && <ReplyDialog reply={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </Page>
  );
}

function useColumns(): Column<SavedReply>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  return useMemo(() => {
    const partnerOf = new Map(partners.map(partner => [partner.id, partner.name]));
    return [
      {
        id: 'shortcut',
        title: t('replies.shortcut'),
        width: '13%',
        value: reply => reply.shortcut,
        cell: reply => <b>/{reply.shortcut}</b>,
      },
      {
        id: 'language',
        title: t('replies.language'),
        width: '15%',
        choices: true,
        value: reply => languageName(reply.language),
      },
      { id: 'title', title: t('replies.name'), width: '16%', value: reply => reply.title },
      { id: 'text', title: t('replies.text'), value: reply => reply.text },
      {
        id: 'effects',
        title: t('replies.also'),
        width: '14%',
        secondary: true,
        value: reply => effectsOf(reply, t).join(separator),
      },
      {
        id: 'partner',
        title: t('replies.partner'),
        width: '14%',
        choices: true,
        value: reply => (reply.partnerId ? partnerOf.get(reply.partnerId) : t('replies.everyPartner')),
      },
    ] satisfies Column<SavedReply>[];
  }, [t, partners]);
}
