import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../shell/Page';

/** Whether the computer may tell of an offer while another window is in front. */
export function Notifications() {
  const { t } = useTranslation();
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  return (
    <Card title={t('account.notifications')}>
      <p>{t(`account.notify.${permission}`)}</p>
      {permission === 'default' && (
        <Button
          mt="sm"
          variant="default"
          onClick={async () => setPermission(await Notification.requestPermission())}
        >
          {t('account.allow')}
        </Button>
      )}
    </Card>
  );
}
