import { useTranslation } from 'react-i18next';
import { SecretDialog } from '../shell/SecretDialog';

export function LinkDialog({ link, close }: { link: string; close: () => void }) {
  const { t } = useTranslation();
  return <SecretDialog title={t('people.link')} hint={t('people.linkHint')} secret={link} close={close} />;
}
