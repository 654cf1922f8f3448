import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FollowUpView } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get, remove } from '../../shared/http';
import { Card, Page } from '../shell/Page';
import { useAttempt } from '../shell/useAttempt';
import styles from './FollowUps.module.css';
import { openFollowUp } from './opening';

/** The person's own tasks that are not done, the next first. */
export function FollowUpsPage() {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('follow-ups');
  const tasks = useQuery({
    queryKey: ['follow-ups'],
    queryFn: () => get<FollowUpView[]>('/follow-ups'),
  }).data;
  return (
    <Page
      title={t('places.follow-ups')}
      actions={<Button onClick={() => openFollowUp()}>{t('followUps.new')}</Button>}
    >
      <Card>
        {tasks?.length === 0 && <p>{t('followUps.none')}</p>}
        <ul className={styles.list}>
          {tasks?.map(task => (
            <li key={task.id}>
              <div>
                <p>{task.text}</p>
                <small>
                  {[t(task.mine ? 'followUps.me' : 'followUps.queue'), task.queue, task.customerName]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {task.aboutContactId && (
                    <Link to="/history" search={{ contact: task.aboutContactId }}>
                      {t('followUps.open')}
                    </Link>
                  )}
                </small>
              </div>
              <time dateTime={task.dueAt}>{dateAndTime(task.dueAt)}</time>
              {task.state === 'planned' ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  onClick={() =>
                    void attempt(() => remove(`/follow-ups/${task.id}`), t('followUps.cancelled'))
                  }
                >
                  {t('followUps.cancel')}
                </Button>
              ) : (
                <small>{t('followUps.isWork')}</small>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
