import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReadAuditResponse } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get } from '../../shared/http';
import { Card, Page } from '../shell/Page';

/** Who changed or read what, and when; the newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const log = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => get<ReadAuditResponse>(`/audit${pageParam ? `?cursor=${pageParam}` : ''}`),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    staleTime: 0,
  });
  return (
    <Page title={t('audit.title')}>
      <Card>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('audit.what')}</th>
              <th scope="col">{t('audit.subject')}</th>
            </tr>
          </thead>
          <tbody>
            {log.data?.pages
              .flatMap(page => page.entries)
              .map(entry => (
                <tr key={entry.id}>
                  <td>{dateAndTime(entry.at)}</td>
                  <td>{entry.actorName ?? entry.actorKind}</td>
                  <td>
                    {entry.action}
                    {entry.details != null && (
                      <small>{textOf(entry.details as Record<string, unknown>)}</small>
                    )}
                  </td>
                  <td>
                    {entry.subjectName ?? entry.subjectKind}
                    <small>{entry.subjectName ? entry.subjectKind : entry.subjectId}</small>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
        {log.hasNextPage && (
          <Button
            variant="default"
            mt="md"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        )}
      </Card>
    </Page>
  );
}

function textOf(details: Record<string, unknown>) {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
}
