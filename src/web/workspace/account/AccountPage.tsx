import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { Card, Page } from '../shell/Page';
import { ChangePassword } from './ChangePassword';
import { Notifications } from './Notifications';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';

/** The person's own account: password, second factor, and where he is signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  return (
    <Page title={t('account.title')}>
      <Card title={person.name}>
        <p>{person.email}</p>
      </Card>
      <SecondFactor />
      <ChangePassword />
      <Notifications />
      <Sessions />
    </Page>
  );
}
