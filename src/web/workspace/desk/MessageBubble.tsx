import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../shared/format';
import type { File, Message } from '../../shared/model';
import { FileLink } from './FileLink';
import styles from './Talk.module.css';

export function MessageBubble({ message }: { message: Message }) {
  const systemText = useSystemText();
  if (message.kind === 'system' || message.author.kind === 'system')
    return (
      <div className={styles.system}>
        {systemText(message)} · {timeOfDay(message.at)}
      </div>
    );
  const ours = message.author.kind !== 'customer';
  return (
    <div className={styles.bubble} data-kind={message.kind} data-side={ours ? 'ours' : 'theirs'}>
      <p>{message.text}</p>
      {message.files?.map((file: File) => (
        <FileLink key={file.id} file={file} />
      ))}
      <Footing message={message} ours={ours} />
    </div>
  );
}

/** What Centrala itself said to the customer, in the reader's language where it has a code. */
function useSystemText() {
  const { t, i18n } = useTranslation();
  return (message: Message) => {
    const key = `system.${message.code}`;
    return message.code && i18n.exists(key)
      ? t(key as 'system.ended', { ...(message.values as object) })
      : message.text;
  };
}

/** The time; for a note who wrote it; for our replies how far they have come. */
function Footing({ message, ours }: { message: Message; ours: boolean }) {
  const { t } = useTranslation();
  const parts = [timeOfDay(message.at)];
  if (ours && message.author.name) parts.unshift(message.author.name);
  if (message.kind === 'note') parts.push(t(message.code === 'coach' ? 'talk.coach' : 'talk.note'));
  else if (ours)
    parts.push(t(message.readAt ? 'talk.read' : message.deliveredAt ? 'talk.delivered' : 'talk.sent'));
  return <small>{parts.join(' · ')}</small>;
}
