import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListSessionsSessionView } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get, remove } from '../../shared/http';
import { Card } from '../shell/Page';
import { useAttempt } from '../shell/useAttempt';
import { browserName } from './browserName';

export function Sessions() {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('sessions');
  const sessions =
    useQuery({ queryKey: ['sessions'], queryFn: () => get<ListSessionsSessionView[]>('/sessions') }).data ??
    [];
  return (
    <Card title={t('account.sessions')}>
      <p>{t('account.sessionsHint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.browser')}</th>
            <th scope="col">{t('account.since')}</th>
            <th scope="col">{t('account.lastSeen')}</th>
            <th scope="col">
              <span className="for-screen-readers">{t('words.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(session => (
            <tr key={session.id}>
              <td title={session.browser ?? ''}>
                <b>{browserName(session.browser ?? '') || t('account.unknownBrowser')}</b>
                <small>{session.address}</small>
              </td>
              <td>{dateAndTime(session.createdAt)}</td>
              <td>{session.current ? t('account.thisOne') : dateAndTime(session.lastSeenAt)}</td>
              <td>
                {!session.current && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={busy}
                    onClick={() => void attempt(() => remove(`/sessions/${session.id}`))}
                  >
                    {t('account.end')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
