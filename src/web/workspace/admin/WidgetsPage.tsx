import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WidgetView } from '../../shared/api';
import { get, post } from '../../shared/http';
import { useDirectory } from '../desk/desk';
import { Menu, MenuItem } from '../shell/Menu';
import { Card, Page } from '../shell/Page';
import { usePartners } from '../shell/partners';
import { SecretDialog } from '../shell/SecretDialog';
import { useAttempt } from '../shell/useAttempt';
import { WidgetDialog } from './WidgetDialog';
import styles from './WidgetsPage.module.css';

/** The chats on partners' pages: for each the tag that a page takes, where its chats go, and which pages may use it. */
export function WidgetsPage() {
  const { t } = useTranslation();
  const { attempt } = useAttempt('widgets');
  const widgets = useQuery({ queryKey: ['widgets'], queryFn: () => get<WidgetView[]>('/widgets') }).data;
  const partners = usePartners();
  const queues = useDirectory().data?.queues ?? [];
  const [edited, setEdited] = useState<WidgetView | 'new' | null>(null);
  const [shown, setShown] = useState<{ title: string; hint: string; secret: string } | null>(null);

  async function makeSecret(widget: WidgetView) {
    const answer = await attempt(() => post<{ secret: string }>(`/widgets/${widget.id}/identity-secret`));
    if (answer)
      setShown({ title: t('widgets.secret'), hint: t('widgets.secretHint'), secret: answer.secret });
  }

  return (
    <Page
      title={t('places.widgets')}
      actions={<Button onClick={() => setEdited('new')}>{t('widgets.create')}</Button>}
    >
      <Card>
        {widgets?.length === 0 ? (
          <p>{t('widgets.none')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('widgets.name')}</th>
                <th scope="col">{t('widgets.queue')}</th>
                <th scope="col">{t('widgets.origins')}</th>
                <th scope="col">
                  <span className="for-screen-readers">{t('words.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {widgets?.map(widget => (
                <tr key={widget.id}>
                  <td>
                    <b>{widget.name}</b>
                    <small>{partners.find(partner => partner.id === widget.partnerId)?.name}</small>
                  </td>
                  <td>{queues.find(queue => queue.id === widget.queueId)?.name}</td>
                  <td>
                    {widget.origins
                      .map(origin => (origin === '*' ? t('widgets.anyPage') : origin))
                      .join(', ')}
                  </td>
                  <td>
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
                            secret: tagOf(widget),
                          })
                        }
                      >
                        {t('widgets.tag')}
                      </MenuItem>
                      <MenuItem onChoose={() => setEdited(widget)}>{t('widgets.change')}</MenuItem>
                      <MenuItem onChoose={() => void makeSecret(widget)}>{t('widgets.makeSecret')}</MenuItem>
                    </Menu>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {edited && <WidgetDialog widget={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      {shown && <SecretDialog {...shown} close={() => setShown(null)} />}
    </Page>
  );
}

function tagOf(widget: WidgetView) {
  return `<script src="${location.origin}/widget/loader.js" data-key="${widget.key}" async></script>`;
}
