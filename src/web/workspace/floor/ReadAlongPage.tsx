import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShowRunningContactResponse } from '../../shared/api';
import { get } from '../../shared/http';
import styles from '../desk/ConversationPane.module.css';
import { CustomerPane } from '../desk/CustomerPane';
import { useConversation } from '../desk/conversation';
import { Talk } from '../desk/Talk';
import { useWatch } from '../live/LiveLine';
import { useProblemText } from '../shell/problem';
import { CoachComposer } from './CoachComposer';
import { ReadAlongHead } from './ReadAlongHead';
import page from './ReadAlongPage.module.css';

const askAgainMs = 2000;

/** A running conversation over its agent's shoulder, live: read, advise, take over. That it was read is written down. */
export function ReadAlongPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { contactId } = useParams({ strict: false });
  const { data: running, error } = useQuery({
    queryKey: ['running-contact', contactId],
    queryFn: () => get<ShowRunningContactResponse>(`/contacts/${contactId}`),
    refetchInterval: askAgainMs,
    retry: false,
  });
  const conversationId = running?.contact.conversationId;
  const conversation = useConversation(conversationId).data;
  useWatch(conversationId ? `conversation:${conversationId}` : null);
  useWatch('floor');

  if (!running)
    return <main className={page.page}>{error && <p className={page.gone}>{problemText(error)}</p>}</main>;
  const { contact, agent } = running;
  return (
    <div className={page.page}>
      <main className={styles.pane}>
        <ReadAlongHead running={running} />
        {error && <p className={page.over}>{t('readAlong.over')}</p>}
        {conversationId ? (
          <Talk contact={contact} conversationId={conversationId} conversation={conversation} />
        ) : (
          <p className={styles.silent}>{t('talk.none')}</p>
        )}
        {conversationId && agent && !error && (
          <CoachComposer key={conversationId} conversationId={conversationId} agent={agent.name} />
        )}
      </main>
      <CustomerPane contact={contact} />
    </div>
  );
}
