import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAnnouncementsRow, SendAnnouncementResponse } from '../../shared/api';
import { timeOfDay } from '../../shared/format';
import { get, post } from '../../shared/http';
import { useDirectory } from '../desk/desk';
import { Dialog } from '../shell/Dialog';
import { toast } from '../shell/toast';
import { useAttempt } from '../shell/useAttempt';
import styles from './AlertStrip.module.css';

const longest = 1000;

/** A lead's words to one person, a team or everybody (`to` empty); and who has read what was said before. */
export function AnnounceDialog({ to, close }: { to: string; close: () => void }) {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('announcements');
  const [audience, setAudience] = useState(to ? `person ${to}` : 'everybody');
  const [text, setText] = useState('');

  async function send() {
    const [kind, audienceId] = audience.split(' ');
    const sent = await attempt(() =>
      post<SendAnnouncementResponse>('/announcements', {
        audience: kind,
        audienceId: audienceId ?? null,
        text,
      }),
    );
    if (!sent) return;
    toast(t('announce.sent', { count: sent.readers }));
    close();
  }

  return (
    <Dialog label={t('announce.title')} close={close} className={styles.dialog!}>
      <div className={styles.body}>
        <h2>{t('announce.title')}</h2>
        <NativeSelect
          label={t('announce.to')}
          value={audience}
          onChange={event => setAudience(event.currentTarget.value)}
          data={useAudiences()}
        />
        <Textarea
          label={t('announce.text')}
          data-autofocus
          autosize
          minRows={3}
          maxLength={longest}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <div>
          <Button onClick={() => void send()} disabled={busy || text.trim() === ''}>
            {t('announce.send')}
          </Button>
        </div>
        <Said />
      </div>
    </Dialog>
  );
}

function useAudiences() {
  const { t } = useTranslation();
  const directory = useDirectory().data;
  return [
    { value: 'everybody', label: t('announce.everybody') },
    ...(directory?.teams ?? []).map(team => ({
      value: `team ${team.id}`,
      label: t('announce.team', { name: team.name }),
    })),
    ...(directory?.agents ?? []).map(agent => ({ value: `person ${agent.id}`, label: agent.name })),
  ];
}

function Said() {
  const { t } = useTranslation();
  const said = useQuery({
    queryKey: ['announcements'],
    queryFn: () => get<ListAnnouncementsRow[]>('/announcements'),
  });
  if (!said.data?.length) return null;
  return (
    <section>
      <h3>{t('announce.before')}</h3>
      <div className={styles.list}>
        <table>
          <tbody>
            {said.data.map(row => (
              <tr key={row.id}>
                <th scope="row">{row.text}</th>
                <td className={styles.soft}>
                  {row.audienceName ?? t('announce.everybody')} · {timeOfDay(row.at)}
                </td>
                <td title={row.unread.join(', ')}>
                  {t('announce.read', { read: row.read, readers: row.readers })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
