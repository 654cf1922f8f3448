import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../access/session';
import { Card, Page } from '../shell/Page';
import { SoundForm } from '../voice/SoundForm';
import { Alerts } from './Alerts';
import { Appearance } from './Appearance';
import { ChangePassword } from './ChangePassword';
import { KeySettings } from './KeySettings';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';

/** The person's own: how he likes the workspace, his keys, password and second factor, and where he is signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const { person, agentId } = useSignedIn();
  return (
    <Page title={t('account.title')}>
      <Card title={person.name}>
        <p>{person.email}</p>
      </Card>
      <Appearance />
      <Alerts />
      {agentId && (
        <Card title={t('call.sound')}>
          <SoundForm />
        </Card>
      )}
      <KeySettings />
      <SecondFactor />
      <ChangePassword />
      <Sessions />
    </Page>
  );
}
