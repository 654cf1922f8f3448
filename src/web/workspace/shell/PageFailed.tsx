import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card, Page } from './Page';

/** In the place of a page that could not be drawn: what is safe and what to do. The frame around it goes on. */
export function PageFailed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('pageFailed.title')}>
      <Card>
        <p>{t('pageFailed.text')}</p>
        <p>
          <code>{String(error)}</code>
        </p>
        <Button mt="sm" onClick={() => location.reload()}>
          {t('pageFailed.reload')}
        </Button>
      </Card>
    </Page>
  );
}
