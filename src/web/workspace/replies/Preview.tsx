import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { fill } from './placeholders';
import styles from './ReplyDialog.module.css';

type Props = { text: string; language: string; partner: string | undefined };

/** How the reply would read today, with invented names where there is no customer yet. */
export function Preview({ text, language, partner }: Props) {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  if (text.trim() === '') return null;
  return (
    <div className={styles.preview} lang={language}>
      <small>{t('replies.preview')}</small>
      <p>
        {fill(text, {
          customer: t('replies.sampleCustomer'),
          agent: person.name,
          partner: partner ?? t('replies.everyPartner'),
          queue: t('replies.sampleQueue'),
          language,
          now: new Date(),
        })}
      </p>
    </div>
  );
}
