import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Gate } from '../access/Gate';

const retryEveryMs = 2000;

export function ServerAway({ retry }: { retry: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setInterval(retry, retryEveryMs);
    return () => clearInterval(timer);
  }, [retry]);
  return (
    <Gate title={t('serverAway.title')}>
      <p>{t('serverAway.text')}</p>
      <Button variant="default" onClick={retry} mt="md">
        {t('serverAway.retry')}
      </Button>
    </Gate>
  );
}
