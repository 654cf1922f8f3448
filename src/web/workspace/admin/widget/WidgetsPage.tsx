import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WidgetView } from '../../../shared/api';
import { get, post } from '../../../shared/http';
import { useDirectory } from '../../desk/desk';
import { useCommands } from '../../palette/commands';
import { Menu, MenuItem, MenuLine } from '../../shell/Menu';
import { Page } from '../../shell/Page';
import { usePartners } from '../../shell/partners';
import { useProblemText } from '../../shell/problem';
import { SecretDialog } from '../../shell/SecretDialog';
import { type Column, separator } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useAttempt } from '../../shell/useAttempt';
import { useRemoval } from '../../shell/useRemoval';
import { tagOf } from './tag';
import { WidgetDesigner } from './WidgetDesigner';
import styles from './WidgetsPage.module.css';

/** The chats on partners' pages: for each the tag that a page takes, where its chats go, and which pages may use it. */
export function WidgetsPage() {
  const { t } = useTranslation();
  const { attempt } = useAttempt('widgets');
  const removal = useRemoval('widgets');
  const widgets = useQuery({ queryKey: ['widgets'], queryFn: () => get<WidgetView[]>('/widgets') });
  const problemText = useProblemText();
  const [edited, setEdited] = useState<WidgetView | 'new' | null>(null);
  const [shown, setShown] = useState<{ title: string; hint: string; secret: string } | null>(null);

  async function makeSecret(widget: WidgetView) {
    const answer = await attempt(() => post<{ secret: string }>(`/widgets/${widget.id}/identity-secret`));
    if (answer)
      setShown({ title: t('widgets.secret'), hint: t('widgets.secretHint'), secret: answer.secret });
  }

  const columns = useColumns();
  useCommands([{ id: 'add widget', title: t('widgets.create'), run: () => setEdited('new') }]);
  if (edited)
    return <WidgetDesigner widget={edited === 'new' ? null : edited} close={() => setEdited(null)} />;
  return (
    <Page
      wide
      title={t('places.widgets')}
      actions={<Button onClick={() => setEdited('new')}>{t('widgets.create')}</Button>}
    >
      <Table
        label={t('places.widgets')}
        rows={widgets.data}
        columns={columns}
        keyOf={widget => widget.id}
        empty={<p>{t('widgets.none')}</p>}
        open={setEdited}
        problem={
          widgets.error && !widgets.data
            ? { text: problemText(widgets.error), retry: () => void widgets.refetch() }
            : undefined
        }
        actions={widget => (
          <Menu
            side="right"
            buttonClass={styles.more!}
            title={t('people.actionsFor', { name: widget.name })}
            button="⋯"
          >
            <MenuItem
              onChoose={() =>
                setShown({
                  title: t('widgets.tag'),
                  hint: t('widgets.tagHint'),
                  secret: tagOf(widget.key),
                })
              }
            >
              {t('widgets.tag')}
            </MenuItem>
            <MenuItem onChoose={() => setEdited(widget)}>{t('widgets.change')}</MenuItem>
            <MenuItem onChoose={() => void makeSecret(widget)}>{t('widgets.makeSecret')}</MenuItem>
            <MenuLine />
            <MenuItem onChoose={() => void removal(`/widgets/${widget.id}`, t('widgets.removed'))}>
              {t('settings.remove')}
            </MenuItem>
          </Menu>
        )}
      />
      {shown && <SecretDialog {...shown} close={() => setShown(null)} />}
    </Page>
  );
}

function useColumns(): Column<WidgetView>[] {
  const { t } = useTranslation();
  const partners = usePartners();
  const directory = useDirectory().data;
  return useMemo(() => {
    const partnerOf = new Map(partners.map(partner => [partner.id, partner.name]));
    const queueOf = new Map(directory?.queues.map(queue => [queue.id, queue.name]));
    return [
      {
        id: 'name',
        title: t('widgets.name'),
        value: widget => widget.name,
        cell: widget => <b>{widget.name}</b>,
      },
      {
        id: 'partner',
        title: t('widgets.partner'),
        choices: true,
        value: widget => partnerOf.get(widget.partnerId),
      },
      { id: 'queue', title: t('widgets.queue'), choices: true, value: widget => queueOf.get(widget.queueId) },
      {
        id: 'languages',
        title: t('widgets.languages'),
        secondary: true,
        value: widget => widget.languages.join(separator),
      },
      {
        id: 'origins',
        title: t('widgets.origins'),
        width: '28%',
        value: widget =>
          widget.origins.map(origin => (origin === '*' ? t('widgets.anyPage') : origin)).join(separator),
      },
    ] satisfies Column<WidgetView>[];
  }, [t, partners, directory]);
}
