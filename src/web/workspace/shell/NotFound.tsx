import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card, Page } from './Page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Card>
        <p>{t('notFound.text')}</p>
        <Link to="/">{t('places.home')}</Link>
      </Card>
    </Page>
  );
}
