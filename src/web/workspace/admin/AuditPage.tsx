import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadAuditEntry, ReadAuditResponse } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get } from '../../shared/http';
import type { Person } from '../people/person';
import { Page } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import type { Column } from '../shell/table/column';
import { Table } from '../shell/table/Table';

type Filter = { actorId: string; action: string; since: string; until: string };

/** Who changed or read what, and when; the newest first. People, actions and days are asked of the server, the rest of what came. */
export function AuditPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [filter, setFilter] = useState<Filter>({ actorId: '', action: '', since: '', until: '' });
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Person[]>('/people') }).data;
  const actions = useQuery({
    queryKey: ['audit', 'actions'],
    queryFn: () => get<string[]>('/audit/actions'),
  }).data;
  const log = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => get<ReadAuditResponse>(`/audit?${wish(filter, pageParam)}`),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    staleTime: 0,
  });
  const rows = useMemo(() => log.data?.pages.flatMap(page => page.entries), [log.data]);
  const canGoOn = log.hasNextPage && !log.isFetchingNextPage;
  return (
    <Page wide title={t('audit.title')}>
      <Table
        label={t('audit.title')}
        rows={rows}
        columns={useColumns()}
        keyOf={entry => String(entry.id)}
        empty={<p>{t('audit.none')}</p>}
        problem={
          log.error && !log.data
            ? { text: problemText(log.error), retry: () => void log.refetch() }
            : undefined
        }
        reachEnd={canGoOn ? () => void log.fetchNextPage() : undefined}
        extra={
          <>
            <select
              aria-label={t('audit.who')}
              value={filter.actorId}
              data-on={Boolean(filter.actorId)}
              onChange={event => setFilter({ ...filter, actorId: event.currentTarget.value })}
            >
              <option value="">{t('table.any', { column: t('audit.who') })}</option>
              {people?.map(person => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
            <select
              aria-label={t('audit.what')}
              value={filter.action}
              data-on={Boolean(filter.action)}
              onChange={event => setFilter({ ...filter, action: event.currentTarget.value })}
            >
              <option value="">{t('table.any', { column: t('audit.what') })}</option>
              {actions?.map(action => (
                <option key={action}>{action}</option>
              ))}
            </select>
            {(['since', 'until'] as const).map(end => (
              <input
                key={end}
                type="date"
                aria-label={t(`audit.${end}`)}
                title={t(`audit.${end}`)}
                value={filter[end]}
                onChange={event => setFilter({ ...filter, [end]: event.currentTarget.value })}
              />
            ))}
          </>
        }
      />
    </Page>
  );
}

function useColumns(): Column<ReadAuditEntry>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'at',
        title: t('audit.at'),
        width: '170px',
        value: entry => entry.at,
        cell: entry => dateAndTime(entry.at),
      },
      {
        id: 'who',
        title: t('audit.who'),
        width: '20%',
        value: entry => entry.actorName ?? entry.actorKind,
      },
      { id: 'what', title: t('audit.what'), width: '20%', value: entry => entry.action },
      {
        id: 'subject',
        title: t('audit.subject'),
        value: entry => [entry.subjectKind, entry.subjectName ?? entry.subjectId].filter(Boolean).join(' · '),
      },
      {
        id: 'details',
        title: t('audit.details'),
        secondary: true,
        value: entry => (entry.details == null ? '' : textOf(entry.details as Record<string, unknown>)),
      },
    ],
    [t],
  );
}

/** Days are those of this computer's calendar; the last one counts whole. */
function wish({ actorId, action, since, until }: Filter, cursor: string) {
  const wanted = new URLSearchParams();
  if (cursor) wanted.set('cursor', cursor);
  if (actorId) wanted.set('actorId', actorId);
  if (action) wanted.set('action', action);
  if (since) wanted.set('since', new Date(`${since}T00:00:00`).toISOString());
  if (until) {
    const end = new Date(`${until}T00:00:00`);
    end.setDate(end.getDate() + 1);
    wanted.set('until', end.toISOString());
  }
  return wanted;
}

function textOf(details: Record<string, unknown>) {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
}
