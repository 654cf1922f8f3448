import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from './Page';

/** Where a page of ours has failed: the bar and what was written stay, and the page can be tried again. */
export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.title')}>
      <p role="alert">{t('broken.text')}</p>
      <Button onClick={reset} mt="md">
        {t('broken.retry')}
      </Button>
    </Page>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.nothing')}>
      <p>{t('broken.nothingText')}</p>
      <Link to="/">{t('places.home')}</Link>
    </Page>
  );
}
