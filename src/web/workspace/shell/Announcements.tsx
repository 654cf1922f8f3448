import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '../../shared/api';
import { timeOfDay } from '../../shared/format';
import { get, post } from '../../shared/http';
import { useCommands } from '../palette/commands';
import { queries } from '../queries';
import styles from './Announcements.module.css';
import { useAttempt } from './useAttempt';

/** What a lead has written, on every page until it is acknowledged. It takes no focus: what is typed stays typed. */
export function Announcements() {
  const { t } = useTranslation();
  const { attempt } = useAttempt();
  const unread = useQuery({
    queryKey: ['unread-announcements'],
    queryFn: () => get<AnnouncementView[]>('/announcements/unread'),
    staleTime: 60_000,
  }).data;
  const first = unread?.[0];

  const acknowledge = (id: string) => {
    forget({ id });
    void attempt(() => post(`/announcements/${id}/reading`));
  };

  useCommands(
    first
      ? [{ id: 'read-announcement', title: t('announcement.read'), run: () => acknowledge(first.id) }]
      : [],
  );
  if (!first) return null;
  return (
    <section className={styles.announcement} role="status" aria-label={t('announcement.title')}>
      <p>
        <b>{first.by}</b> <small>{timeOfDay(first.at)}</small>
        <span>{first.text}</span>
      </p>
      <button type="button" onClick={() => acknowledge(first.id)}>
        {t('announcement.read')}
        {unread.length > 1 && <small>{t('announcement.more', { count: unread.length - 1 })}</small>}
      </button>
    </section>
  );
}

export function takeAnnouncement(said: AnnouncementView): void {
  queries.setQueryData<AnnouncementView[]>(['unread-announcements'], shown => [...(shown ?? []), said]);
}

/** Read on another tab, or just now. */
export function forget({ id }: { id: string }): void {
  queries.setQueryData<AnnouncementView[]>(['unread-announcements'], shown =>
    shown?.filter(announcement => announcement.id !== id),
  );
}
