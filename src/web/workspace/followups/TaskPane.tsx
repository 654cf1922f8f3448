import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FollowUpView } from '../../shared/api';
import { useNow } from '../../shared/clock';
import { dateAndTime } from '../../shared/format';
import { get } from '../../shared/http';
import type { DeskContact } from '../../shared/model';
import { Voicemail } from '../desk/Voicemail';
import { Transcript } from '../history/Transcript';
import styles from './FollowUps.module.css';

/** What stands in the place of a conversation when the work is a task: what is to be done, and what it follows up. */
export function TaskPane({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const now = useNow();
  const { data: task, isError } = useQuery({
    queryKey: ['follow-ups', contact.contactId],
    queryFn: () => get<FollowUpView>(`/contacts/${contact.contactId}/follow-up`),
    retry: false,
  });
  // Not every task is one that somebody set: it may be a caller's message.
  if (!task)
    return <div className={styles.task}>{isError && <Voicemail contactId={contact.contactId} />}</div>;
  const late = Date.parse(task.dueAt) < now;
  return (
    <div className={styles.task}>
      <p className={styles.text}>{task.text}</p>
      <p className={styles.facts}>
        <span className={late ? styles.late : undefined}>
          {t(late ? 'followUps.wasDue' : 'followUps.isDue', { time: dateAndTime(task.dueAt) })}
        </span>
        <span>{t('followUps.by', { name: task.author, time: dateAndTime(task.createdAt) })}</span>
        {task.aboutContactId && (
          <Link to="/history" search={{ contact: task.aboutContactId }}>
            {t('followUps.open')}
          </Link>
        )}
      </p>
      {task.aboutConversationId && (
        <>
          <h2>{t('followUps.about', { name: task.customerName ?? contact.partner.name })}</h2>
          <Transcript conversationId={task.aboutConversationId} />
        </>
      )}
    </div>
  );
}
